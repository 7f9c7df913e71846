package dev.muster.workspace.state;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;

/** Makes ids and secrets that nobody can guess. */
public final class Ids {
    private static final String LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private static final SecureRandom RANDOM = new SecureRandom();

    private Ids() {}

    public static String next(String prefix) {
        StringBuilder id = new StringBuilder(prefix);
        for (int i = 0; i < 10; i++) {
            id.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return id.toString();
    }

    public static String secret() {
        byte[] bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    public static String shortId() {
        return next("").substring(0, 5).toLowerCase(Locale.ROOT);
    }
}
