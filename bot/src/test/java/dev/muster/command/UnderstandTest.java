package dev.muster.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What typed words mean to each verb. Expected answers are written {@code name=value; name=value}. */
class UnderstandTest {

    @TempDir
    static Path folder;

    private static CommandRig rig;

    /** Understanding changes nothing, so all share one. */
    @BeforeAll
    static void open() {
        rig = new CommandRig(folder);
    }

    @AfterAll
    static void close() {
        rig.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    checkout is down                                 | title=checkout is down
                    sev1 checkout is down                            | severity=sev1; title=checkout is down
                    checkout is down sev1                            | severity=sev1; title=checkout is down
                    checkout SEV-1 is down                           | severity=sev1; title=checkout is down
                    sev2 checkout <@U0BOB> as ic                     | severity=sev2; title=checkout; ic=U0BOB
                    '<@U0BOB|bob> as ic checkout sev3' | severity=sev3; title=checkout; ic=U0BOB
                    --private checkout --drill                       | private=yes; drill=yes; title=checkout
                    checkout --at 14:05                              | at=14:05; title=checkout
                    --at 10m ago checkout is down                    | at=10m ago; title=checkout is down
                    checkout --at yesterday 14:05 --private is down  | at=yesterday 14:05; private=yes; title=checkout is down
                    checkout --at 2026-11-20T13:00:00Z               | at=2026-11-20T13:00:00Z; title=checkout
                    checkout of <@U0BOB> fails                       | title=checkout of <@U0BOB> fails
                    sev1                                             | severity=sev1
                    ''                                               | ''
                    """)
    void declare(String words, String expected) {
        assertUnderstands("declare", words, expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    we roll back                 | text=we roll back
                    we roll back --next 30m      | text=we roll back; next=30m
                    --next 2 hours we roll back  | text=we roll back; next=2 hours
                    we --next 45s roll back      | text=we roll back; next=45s
                    --next 30m                   | next=30m
                    ''                           | ''
                    """)
    void update(String words, String expected) {
        assertUnderstands("update", words, expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    identified                             | stage=identified
                    identified the pool is full            | stage=identified; text=the pool is full
                    --at 10m ago identified the pool       | stage=identified; text=the pool; at=10m ago
                    identified the --at 14:05 pool         | stage=identified; text=the pool; at=14:05
                    monitoring --at 2026-11-20 14:00       | stage=monitoring; at=2026-11-20 14:00
                    ''                                     | ''
                    """)
    void stage(String words, String expected) {
        assertUnderstands("stage", words, expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    sev1                       | severity=sev1
                    sev1 because all of Europe | severity=sev1; reason=all of Europe
                    sev1 all of Europe         | severity=sev1; reason=all of Europe
                    SEV-2 BECAUSE less         | severity=SEV-2; reason=less
                    """)
    void sev(String words, String expected) {
        Map<String, String> understood = understood("sev", words);
        understood.remove("because");

        assertThat(understood).isEqualTo(answers(expected));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    ic                         | role=ic
                    ic <@U0BOB>                | role=ic; user=U0BOB
                    '<@U0BOB|bob> comms' | role=comms; user=U0BOB
                    incident <@U0BOB> commander | role=incident commander; user=U0BOB
                    <@U0BOB>                   | user=U0BOB
                    ''                         | ''
                    """)
    void role(String words, String expected) {
        assertUnderstands("role", words, expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    deployed 1.2                    | text=deployed 1.2
                    14:05 deployed 1.2              | at=14:05; text=deployed 1.2
                    10m ago deployed 1.2            | at=10m ago; text=deployed 1.2
                    yesterday 23:05 deployed        | at=yesterday 23:05; text=deployed
                    2026-11-20T13:00:00Z deployed   | at=2026-11-20T13:00:00Z; text=deployed
                    2026-11-20 13:00 deployed       | at=2026-11-20 13:00; text=deployed
                    at 14:05 we deployed            | text=at 14:05 we deployed
                    we saw it 10m ago               | text=we saw it 10m ago
                    14:05                           | at=14:05
                    """)
    void noteAndDecision(String words, String expected) {
        assertUnderstands("note", words, expected);
        assertUnderstands("decision", words, expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    raise the limit                            | text=raise the limit
                    raise the limit <@U0BOB> by friday high    | text=raise the limit; owner=U0BOB; due=friday; priority=high
                    <@U0BOB> raise the limit high by friday    | text=raise the limit; owner=U0BOB; due=friday; priority=high
                    raise the limit by tomorrow 16:30 <@U0BOB> | text=raise the limit; owner=U0BOB; due=tomorrow 16:30
                    raise the limit by in 3 days               | text=raise the limit; due=in 3 days
                    raise the limit in 20s                     | text=raise the limit; due=in 20s
                    raise the limit by 2026-12-01 16:30 low    | text=raise the limit; due=2026-12-01 16:30; priority=low
                    by Friday raise the limit                  | text=raise the limit; due=Friday
                    high availability for the cache            | text=high availability for the cache
                    find out who stands by whom                | text=find out who stands by whom
                    <@U0BOB>                                   | owner=U0BOB
                    """)
    void action(String words, String expected) {
        assertUnderstands("action", words, expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    mine                 | what=mine
                    done 3               | what=done; number=3
                    snooze 3 1d          | what=snooze; number=3; pause=1d
                    INC-42 done 3        | incident=INC-42; what=done; number=3
                    snooze INC-42 3 2 h  | incident=INC-42; what=snooze; number=3; pause=2 h
                    ''                   | ''
                    """)
    void actions(String words, String expected) {
        assertUnderstands("actions", words, expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    list     | all checkout        | which=all; words=checkout
                    list     | checkout            | words=checkout
                    list     | openssl             | words=openssl
                    snooze   | 30m                 | pause=30m
                    snooze   | ''                  | ''
                    resolve  | it was the pool     | summary=it was the pool
                    resolve  | ''                  | ''
                    reopen   | because it is back  | reason=it is back
                    reopen   | it is back          | reason=it is back
                    reopen   | because             | ''
                    runbook  | ''                  | ''
                    runbook  | start disk-space    | what=start; id=disk-space
                    runbook  | mark 1 look skip    | what=mark; id=1; step=look; outcome=skip
                    close    | now please          | ''
                    status   | now please          | ''
                    """)
    void others(String verb, String words, String expected) {
        assertUnderstands(verb, words, expected);
    }

    private static void assertUnderstands(String verb, String words, String expected) {
        assertThat(understood(verb, words)).isEqualTo(answers(expected));
    }

    private static Map<String, String> understood(String verb, String words) {
        return Objects.requireNonNull(rig.verbs.get(verb)).understand(new Phrase(words));
    }

    private static Map<String, String> answers(String expected) {
        Map<String, String> answers = new TreeMap<>();
        Arrays.stream(expected.split("; ", -1))
                .filter(part -> !part.isEmpty())
                .forEach(part ->
                        answers.put(part.substring(0, part.indexOf('=')), part.substring(part.indexOf('=') + 1)));
        return answers;
    }
}
