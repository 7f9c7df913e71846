/** Measures how fast the bot is, beside what it is built on, so that a figure means the same on any machine. */
@NullMarked
package dev.muster.bench;

import org.jspecify.annotations.NullMarked;
