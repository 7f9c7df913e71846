/** What was said and done: Slack's events reduced to lines, the hash chain over them, and their export. */
@NullMarked
package dev.muster.timeline;

import org.jspecify.annotations.NullMarked;
