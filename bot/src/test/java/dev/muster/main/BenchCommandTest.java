package dev.muster.main;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.bench.Bench;
import dev.muster.bench.Bots;
import dev.muster.bench.Plan;
import dev.muster.bench.Plan.Part;
import dev.muster.config.Settings;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whether the benchmark runs and tells everything; how fast anything is, no test says. */
class BenchCommandTest {

    @Test
    void tellsEveryFigureAndThatNothingWasRefused(@TempDir Path folder) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8)) {
            Plan plan = Plan.quick(EnumSet.allOf(Part.class));
            new Bench(plan, BenchCommandTest::bot, folder, InstantSource.system(), print).run();
        }
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains(
                        "Flat out over 8 connections",
                        "Flat out over 32 connections",
                        "bot, durable before 200",
                        "empty Bolt handler",
                        "bare inserts, 32 a commit",
                        "× empty Bolt",
                        "A stream of 500/s",
                        "A stream of 3000/s",
                        "events not worked in yet",
                        "memory after",
                        "rows, in rounds of",
                        "database for 100,000 messages",
                        "page of 100 rows",
                        "search: a rare word (1)",
                        "search: two common words (20)",
                        "search: two common words, never together (0)",
                        "export as JSON lines",
                        "600 messages, 240 of them in 30 threads",
                        "32 requests, 602 rows",
                        "Reading 50 runbooks of 20 steps",
                        "the first time, as at the start",
                        "300 closed incidents",
                        "insights, all of them (300 counted)",
                        "similar incidents of a new one")
                .doesNotContain("NOT 200");
    }

    private static Bots.Running bot(Settings settings) throws Exception {
        Bot bot = new Bot(settings);
        return new Bots.Running(bot.start(), bot);
    }
}
