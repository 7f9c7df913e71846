package dev.muster.integrations.run;

import java.nio.charset.Charset;
import java.util.regex.Pattern;

/** What programs and servers say, as text that can be kept and shown. */
final class Legible {

    /** Colours and where the cursor goes. */
    private static final Pattern ESCAPES =
            Pattern.compile("\u001b(?:\\[[0-9;?]*[ -/]*[@-~]|\\][^\u0007\u001b]*\u0007?|.)");

    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cntrl}&&[^\n\t]]|[\u202a-\u202e\u2066-\u2069\ufeff]");

    private Legible() {}

    static String text(byte[] bytes, Charset charset) {
        String plain = ESCAPES.matcher(new String(bytes, charset)).replaceAll("");
        return UNSEEN.matcher(plain.replace("\r\n", "\n")).replaceAll("\ufffd");
    }
}
