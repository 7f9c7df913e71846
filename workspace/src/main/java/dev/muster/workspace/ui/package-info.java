/** The page's own API, its live feed and its files. */
@NullMarked
package dev.muster.workspace.ui;

import org.jspecify.annotations.NullMarked;
