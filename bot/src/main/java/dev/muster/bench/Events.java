package dev.muster.bench;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Events as Slack sends them: a formatted message of about 1.2 KB, each with an id, a time, an author and words of its
 * own, written into one template so that making one costs next to nothing. Not for several threads.
 */
final class Events {

    static final String CHANNEL = "C0BENCH";
    static final int PEOPLE = 8;

    private static final String ID = "Ev000000000000";
    private static final String TS = "1000000000.000000";
    private static final String USER = "U0BENCH0";
    private static final String WORD = "wordNN";
    private static final String SAID =
            """
            the checkout service is slow again since the deploy at noon, wordNN says the error rate of wordNN is \
            above four percent and the queue of wordNN grows""";
    private static final String TEMPLATE =
            """
            {"token":"ZZZZZZWSxiZZZ2yIvs3peJ","team_id":"T0BENCH","context_team_id":"T0BENCH",\
            "context_enterprise_id":null,"api_app_id":"A0BENCH","event":{"user":"U0BENCH0","type":"message",\
            "ts":"1000000000.000000","client_msg_id":"6f1d3c52-8a3b-4f44-9d0e-5a1f3b0c7d21","text":"*heads up* SAID, \
            see <https://status.example.com/d/abc|the dashboard> <@U0BENCH7>","team":"T0BENCH","blocks":[\
            {"type":"rich_text","block_id":"aB3dE","elements":[{"type":"rich_text_section","elements":[{"type":"text",\
            "text":"heads up","style":{"bold":true}},{"type":"text","text":" SAID, see "},{"type":"link",\
            "url":"https://status.example.com/d/abc","text":"the dashboard"},{"type":"text","text":" "},\
            {"type":"user","user_id":"U0BENCH7"}]}]}],"channel":"C0BENCH","event_ts":"1000000000.000000",\
            "channel_type":"channel"},"type":"event_callback","event_id":"Ev000000000000","event_time":1700000000,\
            "authorizations":[{"enterprise_id":null,"team_id":"T0BENCH","user_id":"U0BOT","is_bot":true,\
            "is_enterprise_install":false}],"is_ext_shared_channel":false,\
            "event_context":"4-eyJldCI6Im1lc3NhZ2UiLCJ0aWQiOiJUMEJFTkNIIiwiYWlkIjoiQTBCRU5DSCJ9"}"""
                    .replace("SAID", SAID);

    private final byte[] body = TEMPLATE.getBytes(StandardCharsets.UTF_8);
    private final List<Integer> ids = places(ID);
    private final List<Integer> stamps = places(TS);
    private final List<Integer> users = places(USER);
    private final List<Integer> words = places(WORD);
    private long number;

    /** @param first the number of the first event; no two may be the same */
    Events(long first) {
        this.number = first;
    }

    /** The next event. The same bytes are written over for the one after it. */
    byte[] next() {
        number++;
        ids.forEach(at -> digits(number, at + 2, 12));
        for (int at : stamps) {
            digits(1_700_000_000L + number / 1_000_000, at, 10);
            digits(number % 1_000_000, at + 11, 6);
        }
        users.forEach(at -> digits(number % PEOPLE, at + USER.length() - 1, 1));
        for (int index = 0; index < words.size(); index++) {
            digits((number >> index * 3) % 100, words.get(index) + 4, 2);
        }
        return body;
    }

    String id() {
        return new String(body, ids.get(0), ID.length(), StandardCharsets.UTF_8);
    }

    private void digits(long value, int at, int count) {
        long rest = value;
        for (int place = at + count - 1; place >= at; place--) {
            body[place] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
    }

    private static List<Integer> places(String mark) {
        List<Integer> places = new ArrayList<>();
        for (int at = TEMPLATE.indexOf(mark); at >= 0; at = TEMPLATE.indexOf(mark, at + 1)) {
            places.add(at);
        }
        return places;
    }
}
