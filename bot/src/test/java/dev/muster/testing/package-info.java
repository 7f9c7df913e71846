/** What the tests share: a whole bot in a local workspace, and databases that are real. */
@NullMarked
package dev.muster.testing;

import org.jspecify.annotations.NullMarked;
