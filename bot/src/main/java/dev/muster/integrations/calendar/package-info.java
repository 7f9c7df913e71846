/** Files that calendars read. */
@NullMarked
package dev.muster.integrations.calendar;

import org.jspecify.annotations.NullMarked;
