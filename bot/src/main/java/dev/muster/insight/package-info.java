/** What many incidents say together: how often, how long, what comes back, and which are alike. Pure Java, no I/O. */
@NullMarked
package dev.muster.insight;

import org.jspecify.annotations.NullMarked;
