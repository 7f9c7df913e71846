/** The web server: Slack's door, health, metrics and pages. */
@NullMarked
package dev.muster.http;

import org.jspecify.annotations.NullMarked;
