/** The parts made and joined, and the command line. */
@NullMarked
package dev.muster.main;

import org.jspecify.annotations.NullMarked;
