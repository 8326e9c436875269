package latchkey.testing;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Hands the shared portal to tests, and looks into the log when they are over. */
final class PortalExtension implements BeforeEachCallback, AfterAllCallback, ParameterResolver {

    @Override
    public void beforeEach(ExtensionContext context) {
        SandboxProcess.fresh();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        LogWatch.expectNothingPersonal(SandboxProcess.shared().control().people());
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == PortalProcess.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return PortalProcess.shared();
    }
}
