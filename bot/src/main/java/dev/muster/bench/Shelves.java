package dev.muster.bench;

import dev.muster.runbook.file.RunbookFiles;
import dev.muster.runbook.file.RunbookFiles.Shelf;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;

/** How long it takes to read a folder of runbooks at the start. */
final class Shelves {

    private static final int STEPS = 20;

    private final Plan plan;
    private final Path folder;
    private final Table table;

    Shelves(Plan plan, Path folder, Table table) {
        this.plan = plan;
        this.folder = folder;
        this.table = table;
    }

    void run() throws IOException {
        int books = plan.isQuick() ? 50 : 1_000;
        write(books);
        table.title("Reading " + books + " runbooks of " + STEPS + " steps");
        Duration before = Cpu.used();
        long first = read(books);
        String each = Cpu.perPiece(before, books) + " of a processor each";
        long[] rounds = new long[plan.rounds() * 2 + 1];
        Arrays.setAll(rounds, round -> read(books));
        Arrays.sort(rounds);
        table.line("the first time, as at the start", Table.millis(first), each);
        table.line("later, median of " + rounds.length, Table.millis(rounds[rounds.length / 2]), "");
    }

    private long read(int books) {
        long begin = System.nanoTime();
        Shelf shelf = RunbookFiles.read(folder);
        long took = System.nanoTime() - begin;
        if (shelf.runbooks().size() != books) {
            throw new IllegalStateException("runbooks: " + shelf.runbooks().size() + " (expected: " + books + ")");
        }
        return took;
    }

    private void write(int books) throws IOException {
        Files.createDirectories(folder);
        for (int number = 0; number < books; number++) {
            Files.writeString(folder.resolve("book-" + number + ".yaml"), book(number));
        }
    }

    /** As long as those that are shipped, each but the last calling the next. */
    private static String book(int number) {
        StringBuilder text = new StringBuilder(
                """
                apiVersion: muster.dev/v1
                kind: Runbook
                metadata: {id: book-%d, title: "Book %d", owners: ["@sre"], contacts: ["#sre"], reviewed: 2026-11-20}
                when: [{severity: [sev1, sev2], words: [disk, full]}]
                parameters: {host: {pattern: "[a-z0-9-]{1,40}"}}
                steps:
                """
                        .formatted(number, number));
        for (int step = 0; step < STEPS; step++) {
            text.append(
                    """
                      - id: step-%d
                        title: Look at {{host}}, the part number %d
                        kind: check
                        text: |
                          `kubectl get pods -n <namespace> -o wide`
                          Compare it with what was there before, and write down what differs.
                        expect: >-
                          All of them are ready, and none was started again within the last hour.
                        why: >-
                          A pod that starts again and again looks well between two starts.
                        role: tech
                        remind_after: 10m
                    """
                            .formatted(step, step));
        }
        return text + "  - {id: next, title: Go on, kind: runbook, runbook: book-%d}\n".formatted(number + 1);
    }
}
