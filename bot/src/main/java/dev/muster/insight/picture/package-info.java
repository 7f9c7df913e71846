/** The figures of some weeks as a picture, drawn without a screen and with a font of its own. Knows no file and no network. */
@NullMarked
package dev.muster.insight.picture;

import org.jspecify.annotations.NullMarked;
