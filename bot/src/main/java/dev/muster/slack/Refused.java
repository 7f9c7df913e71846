package dev.muster.slack;

import dev.muster.desk.Chat.NotEver;

/** Slack's "no" to a call, by its error's name. */
final class Refused extends NotEver {

    private static final long serialVersionUID = 1L;

    private final String error;

    Refused(String method, String error, String details) {
        super(("Slack refused " + method + ": " + error + (details.isEmpty() ? "" : " (" + details + ")") + ". "
                        + Trouble.of(error).remedy())
                .strip());
        this.error = error;
    }

    String error() {
        return error;
    }

    Trouble trouble() {
        return Trouble.of(error);
    }
}
