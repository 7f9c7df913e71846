package dev.muster.workspace.push;

/** How a delivery went; the error is empty when it was taken. */
public record Outcome(int status, String body, long millis, String error, boolean noRetry) {
    static final String TIMEOUT = "http_timeout";

    static Outcome answered(int status, String body, long millis, boolean noRetry) {
        boolean taken = status >= 200 && status < 300;
        return new Outcome(status, body, millis, taken ? "" : "http_error", noRetry);
    }

    static Outcome failed(String error, long millis) {
        return new Outcome(0, "", millis, error, false);
    }

    /** Nobody was there to take it, so trying again is no use. */
    static Outcome nowhere() {
        return new Outcome(0, "", 0, "no_target", true);
    }

    public boolean taken() {
        return error.isEmpty();
    }

    /** What the person sees when it was not taken. */
    public String shownError() {
        if (taken()) {
            return "";
        }
        return error.equals(TIMEOUT) ? "operation_timeout" : "dispatch_failed";
    }
}
