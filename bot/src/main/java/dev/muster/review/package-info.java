/** What an incident leaves behind: its post-mortem, its figures, and words that blame nobody. No I/O, no clock. */
@NullMarked
package dev.muster.review;

import org.jspecify.annotations.NullMarked;
