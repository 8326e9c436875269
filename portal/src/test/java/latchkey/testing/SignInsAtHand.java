package latchkey.testing;

import java.net.URI;
import java.util.List;
import latchkey.directory.CustomerSignIns;
import latchkey.directory.DirectoryId;
import latchkey.directory.SignInAnswer;
import latchkey.directory.SignInRoute;
import latchkey.directory.SignInTie;

/** A sign-in that is offered and lets nobody in: who was let in is for the tests of the real one. */
final class SignInsAtHand implements CustomerSignIns {

    @Override
    public List<Place> places() {
        return List.of(new Place(new DirectoryId("contoso"), "Contoso Customers"));
    }

    @Override
    public SignInRoute begin(DirectoryId directory, URI back, SignInTie tie) {
        return new SignInRoute.Away();
    }

    @Override
    public SignInAnswer end(DirectoryId directory, URI back, SignInTie tie, String code) {
        return new SignInAnswer.NotShown();
    }
}
