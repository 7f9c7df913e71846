/** The promises, held against chance: each proof has a seed, a number of rounds, and a result in one line. */
@NullMarked
package dev.muster.prove;

import org.jspecify.annotations.NullMarked;
