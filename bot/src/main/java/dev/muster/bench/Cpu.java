package dev.muster.bench;

import java.time.Duration;
import java.util.Locale;

/** How long processors worked for this process: a figure that other work on the machine hardly changes. */
final class Cpu {

    private Cpu() {}

    static Duration used() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    }

    static String perPiece(Duration before, long pieces) {
        return String.format(Locale.ROOT, "%.0f µs", used().minus(before).toNanos() / 1e3 / Math.max(1, pieces));
    }
}
