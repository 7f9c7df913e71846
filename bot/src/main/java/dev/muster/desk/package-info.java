/**
 * The one way to change an incident, and how what was promised is kept. Whoever needs something from outside says here
 * what it must be: the ports.
 */
@NullMarked
package dev.muster.desk;

import org.jspecify.annotations.NullMarked;
