package dev.muster.timeline.export;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Where an export goes, piece by piece. Markup goes in as it is; what people wrote goes in as text. */
final class Out {

    private final Appendable to;

    Out(Appendable to) {
        this.to = to;
    }

    /** Our own markup, and whatever was made safe before. */
    Out raw(CharSequence markup) {
        try {
            to.append(markup);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** A number, which needs no escaping in any format and looks the same in any locale. */
    Out number(long number) {
        return raw(Long.toString(number));
    }

    /** Anybody's words, as text of XML and HTML, also between quotes of an attribute. */
    Out text(String words) {
        return raw(Markup.escape(words));
    }
}
