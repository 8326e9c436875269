package sandbox.tenants;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Tells what is wrong with the seed file in two sentences instead of a stack trace. */
class WrongSeedFileAnalyzer extends AbstractFailureAnalyzer<WrongSeedFile> {

    @Override
    protected FailureAnalysis analyze(Throwable root, WrongSeedFile wrong) {
        return new FailureAnalysis(
                "The seed file cannot be used. " + wrong.getMessage(),
                "Mend the file that --sandbox.seed names, or start without it; sandbox/README.md shows one that works.",
                wrong);
    }
}
