/** What can be rehearsed: who takes part, what happens when, and what should be found out. Pure. */
@NullMarked
package dev.muster.scenario;

import org.jspecify.annotations.NullMarked;
