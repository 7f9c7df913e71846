package dev.muster.scenario;

import com.google.re2j.Pattern;

/**
 * What people should find out.
 *
 * @param words by which one can tell that they have said it
 */
public record Finding(String id, String title, Pattern words) {}
