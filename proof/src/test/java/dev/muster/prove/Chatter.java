package dev.muster.prove;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.muster.workspace.Answer;
import dev.muster.workspace.Workspace;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** People who talk in a channel without end, now and then to the bot, and who remember what was taken from them. */
final class Chatter implements AutoCloseable {

    private static final List<String> PEOPLE = List.of("ann", "bob", "cleo", "dev");
    private static final Pattern SAID = Pattern.compile("(Word|Note) \\d+\\.");
    private static final int WORDS_A_NOTE = 8;

    /** Nobody presses Enter without end while nobody answers. */
    private static final long BREATH = TimeUnit.MILLISECONDS.toNanos(250);

    private final Workspace workspace;
    private final String room;
    private final long pauseNanos;
    private final AtomicInteger number = new AtomicInteger();
    private final AtomicInteger notes = new AtomicInteger();
    private final Set<String> kept = ConcurrentHashMap.newKeySet();
    private final Set<String> unsure = ConcurrentHashMap.newKeySet();
    private final ExecutorService mouths = Executors.newFixedThreadPool(PEOPLE.size());
    private volatile boolean isOver;

    /** They begin at once. @param perSecond how much all of them say, if they are answered at once */
    Chatter(Workspace workspace, String room, int perSecond) {
        this.workspace = workspace;
        this.room = room;
        this.pauseNanos = TimeUnit.SECONDS.toNanos(PEOPLE.size()) / perSecond;
        PEOPLE.stream().skip(1).forEach(person -> workspace.as(person).join(room));
        PEOPLE.forEach(person -> mouths.execute(() -> talk(person)));
    }

    private void talk(String person) {
        for (int turn = 1; !isOver; turn++) {
            if (turn % WORDS_A_NOTE == 0) {
                note(person);
            } else {
                say(person);
            }
            LockSupport.parkNanos(pauseNanos);
        }
    }

    /** What stands in a channel can be read again, so it must be kept, whatever became of its event. */
    private void say(String person) {
        String word = "Word %d.".formatted(number.incrementAndGet());
        workspace.as(person).post(room, word);
        kept.add(word);
    }

    /** Who was told that it was taken may rely on it; who was not may find it taken all the same, but once. */
    private void note(String person) {
        String note = "Note %d.".formatted(number.incrementAndGet());
        Answer answer = workspace.as(person).slash(room, "/incident note " + note);
        boolean isTaken =
                answer.ok() && answer.body().map(Object::toString).orElse("").contains("imeline");
        (isTaken ? kept : unsure).add(note);
        notes.addAndGet(isTaken ? 1 : 0);
        LockSupport.parkNanos(isTaken ? 0 : BREATH);
    }

    /** How much they have said so far. */
    int said() {
        return number.get();
    }

    /** How many notes were taken by the bot. */
    int notes() {
        return notes.get();
    }

    void fallSilent() throws InterruptedException {
        isOver = true;
        mouths.shutdown();
        assertThat(mouths.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
    }

    /** Fails unless all that was taken stands there once, and nothing stands there twice. */
    void assertKept(List<JsonNode> timeline) {
        Map<String, Long> found = timeline.stream()
                .map(row -> row.path("text").asText())
                .flatMap(text -> SAID.matcher(text).results())
                .map(MatchResult::group)
                .collect(groupingBy(Function.identity(), counting()));
        assertThat(kept.stream().filter(word -> !found.containsKey(word)))
                .as("taken and lost, of %d", kept.size())
                .isEmpty();
        assertThat(found.entrySet().stream().filter(word -> word.getValue() > 1))
                .as("written down more than once")
                .isEmpty();
        assertThat(notes.get()).as("notes taken").isPositive();
    }

    @Override
    public void close() throws InterruptedException {
        fallSilent();
    }
}
