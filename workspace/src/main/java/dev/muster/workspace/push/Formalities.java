package dev.muster.workspace.push;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.muster.workspace.json.Json;
import dev.muster.workspace.state.App;
import dev.muster.workspace.state.Ids;
import dev.muster.workspace.state.Row;
import dev.muster.workspace.state.Stamps;

/** What the platform says to the bot in its own name: signed as events are, but in no envelope. */
public final class Formalities {
    private static final int MINUTE = 60;
    private final Postman postman;
    private final Stamps stamps;

    public Formalities(Postman postman, Stamps stamps) {
        this.postman = postman;
        this.stamps = stamps;
    }

    /** Whether the bot sends the challenge back: as plain text, as a form or as JSON. */
    public boolean verify() {
        String challenge = Ids.secret();
        Outcome outcome = say("url_verification", Json.object().put("challenge", challenge));
        return outcome.taken() && echoes(outcome.body().strip(), challenge);
    }

    private static boolean echoes(String body, String challenge) {
        return body.equals(challenge)
                || body.equals("challenge=" + challenge)
                || Json.readObject(body)
                        .filter(json -> json.path("challenge").asText().equals(challenge))
                        .isPresent();
    }

    /** Tells that events are lost in this minute; the HTTP status of the answer, 0 without one. */
    public int rateLimited() {
        long minute = stamps.seconds() / MINUTE * MINUTE;
        ObjectNode words = Json.object().put("team_id", App.TEAM).put("minute_rate_limited", minute);
        return say("app_rate_limited", words.put("api_app_id", App.APP_ID)).status();
    }

    private Outcome say(String type, ObjectNode words) {
        ObjectNode request = Json.object().put("token", "local").put("type", type);
        request.setAll(words);
        return postman.send(Parcel.of(Row.Kind.EVENT, type, request));
    }
}
