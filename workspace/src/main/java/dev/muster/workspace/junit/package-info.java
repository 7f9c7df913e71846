/** A workspace for the tests of other projects, by JUnit Jupiter, which those projects bring along. */
@NullMarked
package dev.muster.workspace.junit;

import org.jspecify.annotations.NullMarked;
