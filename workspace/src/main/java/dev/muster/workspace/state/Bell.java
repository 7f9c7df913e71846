package dev.muster.workspace.state;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Tells the pages what changed, and the bot what happened. */
public final class Bell {
    private final List<Consumer<Notice>> pages = new CopyOnWriteArrayList<>();
    private final List<Consumer<Happening>> bots = new CopyOnWriteArrayList<>();

    public void onNotice(Consumer<Notice> page) {
        pages.add(page);
    }

    public void onEvent(Consumer<Happening> bot) {
        bots.add(bot);
    }

    public void ring(Notice notice) {
        pages.forEach(page -> page.accept(notice));
    }

    public void tellBot(Happening event) {
        bots.forEach(bot -> bot.accept(event));
    }
}
