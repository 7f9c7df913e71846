package dev.muster.bench;

import dev.muster.config.Settings;
import java.net.URI;

/** Whatever makes a whole bot. */
@FunctionalInterface
public interface Bots {

    /** Starts a bot that listens. */
    Running start(Settings settings) throws Exception;

    /** @param door what stops it */
    record Running(URI address, AutoCloseable door) implements AutoCloseable {
        @Override
        public void close() throws Exception {
            door.close();
        }
    }
}
