package dev.muster.desk;

import java.util.Optional;

/**
 * What there is outside besides Slack.
 *
 * @param drafter empty from the start
 */
public record Outlets(Calendar calendar, Hook hook, Optional<Drafter> drafter) {}
