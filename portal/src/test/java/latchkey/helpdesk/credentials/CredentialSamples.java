package latchkey.helpdesk.credentials;

import latchkey.helpdesk.action.Sample;
import latchkey.helpdesk.verification.AddressesOnFile;
import latchkey.settings.Secret;
import latchkey.testing.HelpDesk;

/** Password resets as agents ask for them. */
public final class CredentialSamples {

    private CredentialSamples() {}

    public static Sample<?> reset(HelpDesk desk) {
        return new Sample<>(
                desk.bean(ResetPassword.class),
                customer -> new ChosenAddress(
                        desk.bean(AddressesOnFile.class).of(customer).getFirst().handle()));
    }

    public static Sample<?> show(HelpDesk desk) {
        return new Sample<>(desk.bean(ShowPassword.class), customer -> Secret.of("Correct-Horse-9"));
    }
}
