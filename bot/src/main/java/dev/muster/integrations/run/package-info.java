/** Running programs and calling addresses for runbooks, with little trust in either. */
@NullMarked
package dev.muster.integrations.run;

import org.jspecify.annotations.NullMarked;
