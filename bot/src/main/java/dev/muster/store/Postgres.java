package dev.muster.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;

/** A server that several processes share. */
final class Postgres implements Database {

    private final HikariDataSource source;
    private final Jdbi jdbi;

    private Postgres(HikariDataSource source) {
        this.source = source;
        this.jdbi = Database.taught(Jdbi.create(source));
    }

    static Postgres open(Location location) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(location.url());
        location.user().ifPresent(config::setUsername);
        location.password().ifPresent(config::setPassword);
        config.setPoolName("postgres");
        config.setMaximumPoolSize(16);
        config.setConnectionTimeout(2_000);
        return new Postgres(new HikariDataSource(config));
    }

    @Override
    public <T, X extends Exception> T write(HandleCallback<T, X> work) throws X {
        return jdbi.inTransaction(work);
    }

    @Override
    public <T, X extends Exception> T read(HandleCallback<T, X> work) throws X {
        return jdbi.withHandle(work);
    }

    @Override
    public boolean isShared() {
        return true;
    }

    @Override
    public void close() {
        source.close();
    }
}
