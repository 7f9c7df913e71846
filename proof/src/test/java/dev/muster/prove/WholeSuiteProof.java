package dev.muster.prove;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Promises that tests of the bot hold by themselves, each over all its cases. They run every day; here they are counted. */
@LongOnly
class WholeSuiteProof {

    @Test
    void policy() throws Exception {
        Proof.that(
                        Part.INPUT,
                        "every verb × audience × person × entrance, public and private: who may passes, nobody else")
                .seenRed("")
                .holds(trial -> {
                    System.setProperty("matrix", "all");
                    return "%,d combinations of verb and audience, each by 7 people through up to 7 entrances"
                            .formatted(Suite.passes(trial, List.of("command.PolicyMatrixTest")));
                });
    }

    @Test
    void races() throws Exception {
        Proof.that(Part.LOSS, "several people press at the same moment: one effect, and the others are told")
                .seenRed("")
                .holds(trial -> "%,d kinds of races, the first of them 1,002 times"
                        .formatted(Suite.passes(trial, List.of("command.RacesTest"))));
    }

    @Test
    void secrets() throws Exception {
        Proof.that(Part.INPUT, "a secret of every kind, pasted in every way: none on disk, in an export or in a log")
                .seenRed("")
                .holds(trial ->
                        "%,d tests".formatted(Suite.passes(trial, List.of("NoSecretTest", "secrets.EveryRuleTest"))));
    }

    @Test
    void histories() throws Exception {
        Proof.that(Part.LOSS, "events in any order, or lost and read again: the same timeline")
                .seenRed("")
                .holds(trial -> {
                    System.setProperty("actions", "2000");
                    return "%,d tests with 2,000 acts each"
                            .formatted(Suite.passes(
                                    trial,
                                    List.of("ShuffledHistoryTest", "RepairedHistoryTest", "timeline.AnyOrderTest")));
                });
    }

    @Test
    void runs() throws Exception {
        Proof.that(Part.LOSS, "a runbook walked by a bot that is killed on the way: nothing is run twice")
                .seenRed("")
                .holds(trial -> {
                    System.setProperty("kills", "3");
                    return "%,d runs, killed after every third press"
                            .formatted(Suite.passes(trial, List.of("KilledRunTest")));
                });
    }

    @Test
    void tampering() throws Exception {
        Proof.that(Part.STORE, "a row that is changed, taken out or put in is found by `timeline verify`")
                .seenRed("")
                .holds(trial ->
                        "%,d tests".formatted(Suite.passes(trial, List.of("TamperingTest", "timeline.ChainTest"))));
    }
}
