package dev.muster.slack;

import dev.muster.command.Reply;
import dev.muster.desk.Notice.Text;
import dev.muster.desk.Notice.Warned;
import dev.muster.incident.ChannelId;
import dev.muster.incident.MessageRef;
import dev.muster.incident.UserId;
import dev.muster.timeline.Fields;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Tells people, for their eyes only, that they pasted a secret. Once for each message, as far as memory goes. */
final class Warnings {

    private static final int REMEMBERED = 1_000;

    private final Answers answers;
    private final Set<MessageRef> warned = Collections.newSetFromMap(new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<MessageRef, Boolean> eldest) {
            return size() > REMEMBERED;
        }
    });

    Warnings(Answers answers) {
        this.answers = answers;
    }

    /** Called by one thread. */
    void warn(Fields request) {
        List<String> rules = Clean.rules(request);
        Fields event = request.object("event");
        if (rules.isEmpty() || event.plain("subtype").equals("message_deleted")) {
            return;
        }
        Fields message = event.plain("subtype").equals("message_changed") ? event.object("message") : event;
        Optional<UserId> author =
                message.text("user").filter(id -> !id.isBlank()).map(UserId::new);
        Optional<MessageRef> ref = event.text("channel")
                .filter(id -> !id.isBlank())
                .map(id -> new MessageRef(new ChannelId(id), message.plain("ts")));
        if (author.isPresent() && ref.isPresent() && warned.add(ref.get())) {
            answers.tell(warning(rules), author.get().value(), ref.get().channel());
        }
    }

    private static Reply warning(List<String> rules) {
        return new Reply.Show(new Warned(new Text("The timeline has what you just wrote."), rules));
    }
}
