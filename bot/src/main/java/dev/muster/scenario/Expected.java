package dev.muster.scenario;

import java.time.Duration;
import java.util.Optional;

/**
 * What a good response would have done.
 *
 * @param mitigated how long after the declaration the impact should have ended at the latest
 * @param runbook which would have helped
 */
public record Expected(Duration mitigated, Optional<String> runbook) {}
