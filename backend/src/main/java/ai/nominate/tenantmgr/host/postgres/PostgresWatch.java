package ai.nominate.tenantmgr.host.postgres;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Brings the embedded PostgreSQL back while the manager runs. One that died at once, since tenants need it too; one that
 * somebody stopped after a while, because whoever stopped it may be about something. A stop that only waits for clients to go
 * is hastened: until then it serves nobody new, and nobody could start another.
 */
public final class PostgresWatch {
    static final Duration PATIENCE_WITH_CLIENTS = Duration.ofSeconds(3);
    static final Duration LEFT_ALONE = Duration.ofSeconds(30);
    private static final Logger LOG = Logger.getLogger(PostgresWatch.class);
    private static final int EVERY_MS = 500;

    private final EmbeddedPostgres postgres;
    private final Clock clock;
    private EmbeddedPostgres.State seen = EmbeddedPostgres.State.RUNNING;
    private Instant since;

    PostgresWatch(EmbeddedPostgres postgres, Clock clock) {
        this.postgres = postgres;
        this.clock = clock;
        this.since = clock.instant();
    }

    /** Watches until the manager ends. */
    public static void over(EmbeddedPostgres postgres) {
        PostgresWatch watch = new PostgresWatch(postgres, Clock.systemUTC());
        Executors.newSingleThreadScheduledExecutor(
                        Thread.ofVirtual().name("postgresql-watch").factory())
                .scheduleWithFixedDelay(watch::lookSafely, EVERY_MS, EVERY_MS, TimeUnit.MILLISECONDS);
    }

    void look() {
        EmbeddedPostgres.State state = postgres.state();
        if (state != seen) {
            seen = state;
            since = clock.instant();
        }
        Duration lasted = Duration.between(since, clock.instant());
        switch (state) {
            case RUNNING -> {}
            case STOPPING -> {
                if (lasted.compareTo(PATIENCE_WITH_CLIENTS) >= 0) {
                    LOG.warn("PostgreSQL was told to stop and waits for its clients: disconnecting them");
                    postgres.stop();
                }
            }
            case STOPPED -> {
                if (lasted.compareTo(LEFT_ALONE) >= 0) {
                    LOG.warn("PostgreSQL was stopped: starting it again");
                    postgres.relaunch();
                }
            }
            case DIED -> {
                LOG.warn("PostgreSQL died: starting it again");
                postgres.relaunch();
            }
        }
    }

    private void lookSafely() {
        try {
            look();
        } catch (RuntimeException e) {
            LOG.warnf("PostgreSQL could not be brought back: %s", e.getMessage());
        }
    }
}
