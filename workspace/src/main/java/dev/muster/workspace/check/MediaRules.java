package dev.muster.workspace.check;

import java.util.List;
import java.util.Set;

/** Videos, and files that are kept elsewhere. */
final class MediaRules {
    private MediaRules() {}

    static void video(Part block) {
        block.may("block_id", "video_url", "thumbnail_url", "alt_text", "title", "title_url", "description");
        block.mayOnly("author_name", "provider_name", "provider_icon_url");
        for (String url : List.of("video_url", "thumbnail_url")) {
            block.required(url);
            block.url(url, 3000);
        }
        block.url("title_url", 3000);
        block.requiredString("alt_text", 2000);
        block.required("title").ifPresent(title -> TextRules.plain(title, 199));
        block.plain("description", 200);
        block.string("author_name", 1, 49);
    }

    static void file(Part block) {
        block.mayOnly("block_id", "external_id", "source");
        block.requiredString("external_id", 255);
        block.required("source");
        block.oneOf("source", Set.of("remote"));
    }
}
