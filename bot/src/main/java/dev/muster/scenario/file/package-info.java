/** Scenarios as files: what they look like, and how they are read. */
@NullMarked
package dev.muster.scenario.file;

import org.jspecify.annotations.NullMarked;
