/** Listening to Slack and speaking to it; how things look is next door, in {@code view}. */
@NullMarked
package dev.muster.slack;

import org.jspecify.annotations.NullMarked;
