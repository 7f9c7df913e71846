package dev.muster.runbook.file;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Runbooks for tests. */
final class Books {

    static final String PLAIN =
            """
            apiVersion: muster.dev/v1
            kind: Runbook
            metadata:
              id: disk-space
              title: Disks full
              owners: ["@platform"]
              tags: [disk, logs]
            steps:
              - id: look
                title: Look at the nodes
                kind: check
                text: |
                  `df -h`
                expect: below 85 %
                why: because
                role: tech
              - id: clean
                title: Clean up
            """;

    /** Every key that there is. */
    static final String FULL =
            """
            apiVersion: muster.dev/v1
            kind: Runbook
            metadata:
              id: failover
              title: The primary is gone
              owners: ["@db"]
              contacts: ["@db-oncall", "#db"]
              tags: [db]
              reviewed: 2026-11-20
              review_every: 180d
            when:
              - severity: [sev1, sev2]
                service: [orders-db]
              - alert: {alertname: PgPrimaryDown, "env/zone": a}
              - words: [database]
            parameters:
              host: {type: text, pattern: "[a-z0-9-]{1,40}", default: "db-1", about: The new primary}
              count: {type: number, choices: ["1", "2"]}
            lint:
              - {rule: vague-words, because: it is a name, step: tell}
            steps:
              - id: is-it-gone
                title: Is the primary gone?
                kind: decision
                branches:
                  - {answer: It is, why: No process answers}
                  - {answer: It answers, next: end}
              - id: ask
                title: Ask
                kind: approval
                from: [ic, "@dba"]
                not_requester: false
              - id: promote
                title: Promote {{host}}
                kind: command
                command: [promote.sh, "{{host}}"]
                time_limit: PT2M
                on_failure: stop
                roll_back: Promote the old one
                expect: promoted
              - id: scale
                title: Call the scaler
                kind: http
                url: https://scaler.example/{{host}}
                method: POST
                headers: {X-Count: "{{count}}"}
                body: |
                  {"n": {{count}}}
                expect_status: [200, 202]
                time_limit: 30s
                roll_back: Scale back
              - id: pause
                title: Wait
                kind: wait
                wait: 5m
              - id: look
                title: Look
                kind: check
                text: Look at it
                expect: green
                remind_after: 10m
              - id: tell
                title: Tell
                kind: message
                to: ["#status", "@db"]
                message: "{{host}} serves"
              - id: give
                title: Give it
                kind: assign
                assign: comms
                to: "@ann"
              - id: staged
                title: Say so
                kind: stage
                stage: monitoring
              - id: more
                title: Check the network
                kind: runbook
                runbook: network-connectivity
                with: {zone: "{{host}}"}
                next: end
            """;

    private Books() {}

    /** A runbook that calls others, and ends. */
    static String calling(String id, String... others) {
        String calls = Stream.of(others)
                .map(other ->
                        "  - id: to-%s\n    title: Call\n    kind: runbook\n    runbook: %s\n".formatted(other, other))
                .collect(Collectors.joining());
        return "metadata:\n  id: %s\n  title: Some\nsteps:\n%s  - id: last\n    title: Look\n".formatted(id, calls);
    }
}
