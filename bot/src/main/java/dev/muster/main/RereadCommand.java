package dev.muster.main;

import dev.muster.store.Store;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Has events read again. */
@Command(
        name = "reread",
        description = {
            "Has the running bot read the events again that are still kept as Slack sent them.",
            "A better version finds more in them; what stands on a timeline stays as it is, and nothing is done twice."
        },
        mixinStandardHelpOptions = true)
final class RereadCommand implements Callable<Integer> {

    @Override
    public Integer call() {
        try (Store store = Terminal.store()) {
            System.out.println(
                    store.inbox().again() + " events will be read again by the running bot, or when it starts");
        }
        return 0;
    }
}
