package dev.muster.slack;

import dev.muster.secrets.MaskedTree;
import dev.muster.secrets.Secrets;
import dev.muster.timeline.Fields;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A request of Slack's as it may be kept: without the secrets that somebody pasted.
 *
 * @param text the request as JSON
 */
record Clean(Fields request, String text) {

    /** Where the request says what was taken out of it. */
    private static final String MASKED = "muster_masked";

    static Clean of(Fields request, String text, Secrets secrets) {
        MaskedTree masked = secrets.mask(request.object("event").object());
        if (masked.rules().isEmpty()) {
            return new Clean(request, text);
        }
        Map<String, Object> clean = new LinkedHashMap<>(request.object());
        clean.put("event", masked.tree());
        clean.put(MASKED, masked.rules());
        return new Clean(new Fields(clean), JsonBody.write(clean));
    }

    /** The names of the rules by which something was taken out of a request; none if nothing was. */
    static List<String> rules(Fields request) {
        return request.object().get(MASKED) instanceof List<?> rules
                ? rules.stream().map(String::valueOf).toList()
                : List.of();
    }
}
