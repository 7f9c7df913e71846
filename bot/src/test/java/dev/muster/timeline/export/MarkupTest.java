package dev.muster.timeline.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.incident.Entry;
import dev.muster.incident.Kind;
import org.junit.jupiter.api.Test;

class MarkupTest {

    @Test
    void isHarmlessAlsoBetweenQuotesOfAnAttribute() {
        assertThat(Markup.escape("\"a\" 'b' <c> & d")).isEqualTo("&quot;a&quot; &#39;b&#39; &lt;c&gt; &amp; d");
    }

    @Test
    void showsWhereSomethingWasThatXmlCannotHold() {
        assertThat(Markup.escape("a\u0000b\u001bc\ud800d\uffffe")).isEqualTo("a\ufffdb\ufffdc\ufffdd\ufffde");
        assertThat(Markup.escape("tab\tline\n🚒")).isEqualTo("tab\tline\n🚒");
    }

    @Test
    void readsNothingFromARedactedRow() {
        Entry secret = Entry.of(Tale.START, Kind.NOTE, Tale.BOB, "hunter2").with("redacted", true);
        Tale tale = new Tale("t").add(secret);

        Reading reading = tale.glance().read(tale.rows().get(1));

        assertThat(reading.redacted()).isTrue();
        assertThat(reading.text()).isEmpty();
    }
}
