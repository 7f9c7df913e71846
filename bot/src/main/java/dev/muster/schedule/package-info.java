/** Waking up: when there may be something to do. What it is, the database knows. */
@NullMarked
package dev.muster.schedule;

import org.jspecify.annotations.NullMarked;
