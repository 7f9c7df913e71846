package dev.muster.main;

import dev.muster.rehearse.HeldClock;
import dev.muster.scenario.Inject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Lets time pass up to the next thing that happens in a replay, each time that somebody presses Enter. */
final class Steps {

    /** So long the bot has to answer before time stops. */
    private static final Duration ANSWER = Duration.ofSeconds(10);

    private final HeldClock clock;
    private final Instant start;
    private final List<Inject> injects;

    Steps(HeldClock clock, Instant start, List<Inject> injects) {
        this.clock = clock;
        this.start = start;
        this.injects = injects.stream()
                .sorted(Comparator.comparing(inject -> inject.cue().after()))
                .toList();
    }

    /** Until there is nothing more, or nobody who could press anything. Time then goes on by itself. */
    void follow() {
        Thread thread = new Thread(this::ask, "steps");
        thread.setDaemon(true);
        thread.start();
    }

    private void ask() {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset()));
        clock.run(start.plus(ANSWER));
        try {
            for (List<Inject> next : together()) {
                next.forEach(
                        inject -> System.out.println("next: " + inject.act().summary(1)));
                System.out.print("Enter to go on: ");
                System.out.flush();
                if (in.readLine() == null) {
                    break;
                }
                clock.run(start.plus(next.get(next.size() - 1).cue().after()).plus(ANSWER));
            }
        } catch (IOException e) {
            System.err.println("Nobody can be asked any more, so time goes on by itself: " + e.getMessage());
        }
        clock.run(Instant.MAX);
    }

    /** What happens before the bot has had time to answer is one step. */
    private List<List<Inject>> together() {
        List<List<Inject>> steps = new ArrayList<>();
        Duration last = ANSWER.negated();
        for (Inject inject : injects) {
            Duration after = inject.cue().after();
            if (steps.isEmpty() || after.minus(last).compareTo(ANSWER) > 0) {
                steps.add(new ArrayList<>());
            }
            steps.get(steps.size() - 1).add(inject);
            last = after;
        }
        return steps;
    }
}
