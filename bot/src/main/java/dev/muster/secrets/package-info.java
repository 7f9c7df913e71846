/** Tokens and keys in what people say: found by gitleaks' rules, and a mark put in their place. */
@NullMarked
package dev.muster.secrets;

import org.jspecify.annotations.NullMarked;
