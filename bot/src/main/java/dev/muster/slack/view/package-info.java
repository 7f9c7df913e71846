/** How things look in Slack: pure functions from what is said to Block Kit, with a plain-text form of each. */
@NullMarked
package dev.muster.slack.view;

import org.jspecify.annotations.NullMarked;
