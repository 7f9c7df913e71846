/** What a rehearsal shows: how the response went, moment by moment, and what to practise next. Pure. */
@NullMarked
package dev.muster.scenario.score;

import org.jspecify.annotations.NullMarked;
