/** A timeline as people and programs take it away: JSON, Markdown, CSV, and a page with a picture of the incident. */
@NullMarked
package dev.muster.timeline.export;

import org.jspecify.annotations.NullMarked;
