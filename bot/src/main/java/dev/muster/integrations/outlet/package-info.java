/** Other programs that are told something, or asked, over HTTP, where the settings name them. */
@NullMarked
package dev.muster.integrations.outlet;

import org.jspecify.annotations.NullMarked;
