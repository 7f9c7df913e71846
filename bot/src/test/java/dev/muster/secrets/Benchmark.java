package dev.muster.secrets;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Says how long masking takes. Run by hand: its figures are no test. */
final class Benchmark {

    private Benchmark() {}

    public static void main(String[] args) {
        long start = cpu();
        Secrets secrets = Secrets.shipped(List.of("xoxb-our-own-token-of-the-bot", "0123456789abcdef", "postgres-pw"));
        System.out.printf("start-up: %d ms%n", (cpu() - start) / 1_000_000);

        Map<String, ?> quiet = Events.message(
                "Payment calls from Berlin fail with 502, about 4 in 10. Rolled back build 4711 at noon, no change. "
                        + "Next: compare pool sizes on both hosts, drain host b, watch p99 for ten minutes, report in room");
        report("ordinary event, no keyword", 20_000, () -> secrets.mask(quiet));
        Map<String, ?> wordy = Events.message(
                "They say the api key is fine. The token was rotated, access works; the pods. Who has the password for "
                        + "postgres? Please check the secret in the cluster and the auth service, then retry the deploy");
        report("ordinary event, many keywords", 2_000, () -> secrets.mask(wordy));
        Map<String, ?> leaky = Events.message("it is ghp_" + "x7KqW2mZ9bRtY4vNcD8sLpF3hJ6gA1eU5oTi");
        report("event with a secret", 2_000, () -> secrets.mask(leaky));
        for (String glue : List.of(" ", "=", ": ", "\n", "*_, ")) {
            String text = full(glue);
            report("40,000 characters of keywords and " + glue.strip(), 20, () -> secrets.mask(text));
        }
        report("40,000 characters of prose", 20, () -> secrets.mask("They saw the pods. ".repeat(2106)));
    }

    private static String full(String glue) {
        String all = String.join(
                glue,
                Stream.of("gitleaks.toml", "more.toml")
                        .flatMap(name -> RuleFile.rules(Samples.shipped(name)).stream())
                        .flatMap(rule -> rule.keywords().stream())
                        .toList());
        return (all + glue).repeat(40_000 / all.length() + 1).substring(0, 40_000);
    }

    /** Of this thread alone, so that a busy machine does not count. */
    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static void report(String name, int times, Runnable work) {
        for (int time = 0; time < times; time++) {
            work.run();
        }
        long best = Long.MAX_VALUE;
        for (int round = 0; round < 5; round++) {
            long start = cpu();
            for (int time = 0; time < times; time++) {
                work.run();
            }
            best = Math.min(best, (cpu() - start) / times);
        }
        System.out.printf("%s: %,d ns%n", name, best);
    }
}
