package latchkey.helpdesk.customer;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import latchkey.api.ProblemException;
import latchkey.directory.Directory.Capability;
import latchkey.directory.Directory.CapabilityName;
import latchkey.directory.DirectoryFailure;
import latchkey.directory.Method;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The customer's authentication methods, asked for by the agent and shown with their age. */
@Component
class MethodsPanel implements CustomerPanel {

    static final String KEY = "methods";

    private final MethodsSeen seen;
    private final latchkey.api.Wording problems;
    private final Wording wording;
    private final Moments moments;

    MethodsPanel(MethodsSeen seen, latchkey.api.Wording problems, Wording wording, Moments moments) {
        this.seen = seen;
        this.problems = problems;
        this.wording = wording;
        this.moments = moments;
    }

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public int order() {
        return 300;
    }

    @Override
    public Loading loading() {
        return Loading.ON_DEMAND;
    }

    @Override
    public Optional<Content> show(Viewing viewing) {
        return Optional.of(new Content("customer/methods", model(viewing)));
    }

    private Model model(Viewing viewing) {
        return switch (viewing.directory().capability(CapabilityName.METHODS)) {
            case Capability.Missing missing ->
                Model.impossible(wording.say(Sentence.of(missing.reason()), viewing.locale()));
            case Capability.Available available -> asked(viewing);
        };
    }

    private Model asked(Viewing viewing) {
        try {
            return model(seen.of(viewing.agent(), viewing.directory(), viewing.customerId()), viewing.locale());
        } catch (DirectoryFailure.Throttled e) {
            var seconds = Math.max(1, e.retryAfter().toSeconds());
            return Model.busy(wording.say(Sentence.of("methods.busy", seconds), viewing.locale()));
        } catch (ProblemException refusal) {
            return Model.busy(problems.words(refusal.problem(), refusal.members(), viewing.locale())
                    .detail());
        }
    }

    private Model model(SeenMethods methods, Locale locale) {
        return new Model(methods.methods(), true, moments.age(methods.seenAt(), locale), null);
    }

    /**
     * What the panel shows.
     *
     * @param methods in the directory's order
     * @param possible whether asking again can help
     * @param age how old the answer is, null when there is none
     * @param whyNot why there is no answer
     */
    record Model(
            List<Method> methods,
            boolean possible,
            @Nullable String age,
            @Nullable String whyNot) {

        static Model impossible(String reason) {
            return new Model(List.of(), false, null, reason);
        }

        static Model busy(String reason) {
            return new Model(List.of(), true, null, reason);
        }

        public boolean isNone() {
            return methods.isEmpty() && whyNot == null;
        }
    }
}
