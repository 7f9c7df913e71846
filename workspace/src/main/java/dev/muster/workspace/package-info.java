/** A local, Slack-compatible workspace for tests, rehearsals and trying things out: start one, act as people, see what the bot did. */
@NullMarked
package dev.muster.workspace;

import org.jspecify.annotations.NullMarked;
