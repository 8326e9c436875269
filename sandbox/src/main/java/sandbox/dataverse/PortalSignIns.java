package sandbox.dataverse;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import sandbox.people.Contacts;
import tools.jackson.databind.node.ObjectNode;

/** Lets somebody sign in to the web portal, which then writes the claims of the token to the contact. */
@RestController
class PortalSignIns {

    private final Contacts contacts;
    private final LoginClaims logins;

    PortalSignIns(Contacts contacts, LoginClaims logins) {
        this.contacts = contacts;
        this.logins = logins;
    }

    /**
     * A sign-in.
     *
     * @param claims what the token says, by column; what the directory said when it was issued, unless told otherwise
     * @param tokenIssuedAt in real time; now unless told otherwise
     */
    record SignIn(@Nullable ObjectNode claims, @Nullable Instant tokenIssuedAt) {}

    record SignedIn(long versionnumber) {}

    @PostMapping("/sandbox/api/contacts/{id}/portal-sign-ins")
    SignedIn signIn(@PathVariable String id, @RequestBody SignIn signIn) {
        var contact = contacts.contact(id).orElseThrow(ContactEdits::nobody);
        var issuedAt = signIn.tokenIssuedAt() == null ? Instant.now() : signIn.tokenIssuedAt();
        var written = ContactEdits.inWords(() -> logins.write(
                contact,
                signIn.claims() == null ? logins.issuedAt(issuedAt, contact) : ContactChanges.read(signIn.claims())));
        return new SignedIn(written.version());
    }
}
