/** The rules of an incident: severity, stage, roles, updates, action items, key moments. Knows nothing but Java. */
@NullMarked
package dev.muster.incident;

import org.jspecify.annotations.NullMarked;
