package dev.muster.scenario.file;

/** Scenarios for tests. */
final class Scripts {

    /** Every key that there is. */
    static final String FULL =
            """
            apiVersion: muster.dev/v1
            kind: Scenario
            metadata:
              id: full-pool
              title: Nothing answers
              about: A job keeps connections.
              source: Made up
              severity: sev1
            cast:
              - {id: tom, name: Tom Brzeg, part: database engineer, temper: slow}
              - id: mia
                name: Mia Falk
                part: head of engineering
            opening:
              - id: alert
                alert:
                  name: ApiDown
                  text: It is down
                  labels: {service: api, "env/zone": a}
              - id: anybody
                after: 30s
                from: mia
                in: lobby
                say: ["Anybody there?"]
            injects:
              - id: pool
                when: {said: 'pool|connections?', undecided: restart, before: mitigating}
                after: 45s
                from: tom
                say: ["100 of 100"]
              - id: news
                when:
                  silent: 10m
                  missing: comms
                  held: ic
                  reached: investigating
                  severity: sev1
                again: 6m
                from: mia
                in: commander
                say: ["Any news?", "Still none?"]
              - id: tech
                when: {missing: tech, unsaid: tech}
                after: 6m
                from: tom
                command: role tech
                say: [I take it]
              - id: better
                when: {inject: pool, decided: restart}
                after: PT2M
                again: 1m
                times: 2
                from: tom
                say: [Better]
              - id: slow
                slack: {sort: slow, lasting: 2m}
            expected:
              mitigated: 20m
              runbook: database-connection-pool
            findings:
              - id: leak
                title: The job keeps connections
                words: 'job.*keeps'
            """;

    private Scripts() {}
}
