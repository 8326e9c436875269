package latchkey.cli;

import latchkey.settings.CannotStart;
import org.springframework.boot.SpringBootExceptionReporter;

/** Keeps Spring Boot from logging what the command line is about to say in a sentence. */
final class StartReporter implements SpringBootExceptionReporter {

    @Override
    public boolean reportException(Throwable failure) {
        return failure instanceof RuntimeException reported && ServeCommand.reason(reported) instanceof CannotStart;
    }
}
