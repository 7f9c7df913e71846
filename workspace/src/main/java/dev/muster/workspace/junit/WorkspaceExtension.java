package dev.muster.workspace.junit;

import dev.muster.workspace.Builder;
import dev.muster.workspace.Workspace;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Starts a workspace for tests and closes it after them: in a static field with {@code @RegisterExtension} one for the
 * whole class, in any other field one for each test. By {@code @ExtendWith} it is one for each test, as it is without
 * settings. Tests may take the {@link Workspace} as a parameter.
 */
public final class WorkspaceExtension
        implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, AfterAllCallback, ParameterResolver {
    private final UnaryOperator<Builder> settings;
    private final boolean byAnnotation;
    private boolean ofClass;
    private Optional<Workspace> running = Optional.empty();

    /** For {@code @ExtendWith}. */
    public WorkspaceExtension() {
        this(builder -> builder, true);
    }

    private WorkspaceExtension(UnaryOperator<Builder> settings, boolean byAnnotation) {
        this.settings = settings;
        this.byAnnotation = byAnnotation;
    }

    public static WorkspaceExtension with(UnaryOperator<Builder> settings) {
        return new WorkspaceExtension(settings, false);
    }

    /** The one that runs now. */
    public Workspace workspace() {
        return running.orElseThrow(() -> new IllegalStateException(
                "no workspace runs now: ask in a test or before each, or make the extension's field static"));
    }

    /** Of the extensions in fields only static ones hear of the class; one by annotation does too. */
    @Override
    public void beforeAll(ExtensionContext context) {
        ofClass = !byAnnotation;
        if (ofClass) {
            start();
        }
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        if (!ofClass) {
            start();
        }
    }

    @Override
    public void afterEach(ExtensionContext context) {
        if (!ofClass) {
            stop();
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        stop();
    }

    private void start() {
        running = Optional.of(settings.apply(Workspace.builder()).start());
    }

    private void stop() {
        running.ifPresent(Workspace::close);
        running = Optional.empty();
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType().equals(Workspace.class);
    }

    @Override
    public Workspace resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return workspace();
    }
}
