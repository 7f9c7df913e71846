package dev.muster.prove;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder.request;

import java.util.List;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** Tests of the bot that hold a promise by themselves, run whole. */
final class Suite {

    private Suite() {}

    /** Fails with the first that failed; otherwise says how many there were. */
    static long passes(Trial trial, List<String> classes) throws Exception {
        SummaryGeneratingListener listener = new SummaryGeneratingListener();
        LauncherFactory.create()
                .execute(
                        request()
                                .selectors(classes.stream()
                                        .map(name -> selectClass("dev.muster." + name))
                                        .toList())
                                .build(),
                        listener);
        TestExecutionSummary summary = listener.getSummary();
        summary.getFailures().forEach(failure -> trial.step("%s", failure.getException()));
        assertThat(summary.getFailures().stream()
                        .map(failure -> failure.getTestIdentifier().getDisplayName() + ": " + failure.getException()))
                .isEmpty();
        assertThat(summary.getTestsSucceededCount()).isPositive();
        return summary.getTestsSucceededCount();
    }
}
