package dev.muster.incident;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/** A page that helps: its address, and what it is called. Only pages of the web, so that it is safe to press. */
public record Link(String url, String title) {

    /** How long an address may be, in characters. */
    public static final int LONGEST = 2000;

    private static final int LONGEST_TITLE = 200;
    private static final String UNSAFE = "<>|\"`{}\\^";

    public Link {
        url = encoded(url.strip());
        title = cut(title.strip().replaceAll("\\s+", " "));
        if (!isPage(url)) {
            throw new Refusal(
                    "`%s` is no link that I can keep: it must begin with `https://` or `http://` and have no spaces. Nothing was changed."
                            .formatted(Words.again(url)));
        }
    }

    /** The title; the address itself where there is none. */
    public String name() {
        return title.isEmpty() ? url : title;
    }

    /** Characters that would end a link where it is shown are written as addresses write them. */
    private static String encoded(String url) {
        StringBuilder safe = new StringBuilder();
        url.codePoints().forEach(point -> {
            if (UNSAFE.indexOf(point) < 0) {
                safe.appendCodePoint(point);
            } else {
                safe.append("%%%02X".formatted(point));
            }
        });
        return safe.toString();
    }

    private static boolean isPage(String url) {
        try {
            URI uri = new URI(url);
            String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
            return (scheme.equals("https") || scheme.equals("http"))
                    && uri.getRawAuthority() != null
                    && url.length() <= LONGEST;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static String cut(String title) {
        int[] points = title.codePoints().limit(LONGEST_TITLE + 1L).toArray();
        return points.length <= LONGEST_TITLE ? title : new String(points, 0, LONGEST_TITLE - 1) + "…";
    }
}
