package ai.nominate.tenantmgr.host.postgres;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Restarts the embedded PostgreSQL while the manager runs: immediately after a crash, because tenants need it; with a
 * delay after a manual stop, which may have a purpose. A smart shutdown that waits for clients is accelerated: until it
 * ends, no new client is served and no other server can start.
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
                    LOG.warn("PostgreSQL is shutting down and waits for its clients: disconnecting them");
                    postgres.stop();
                }
            }
            case STOPPED -> {
                if (lasted.compareTo(LEFT_ALONE) >= 0) {
                    LOG.warn("PostgreSQL was stopped: restarting it");
                    postgres.relaunch();
                }
            }
            case DIED -> {
                LOG.warn("PostgreSQL crashed: restarting it");
                postgres.relaunch();
            }
        }
    }

    private void lookSafely() {
        try {
            look();
        } catch (RuntimeException e) {
            LOG.warnf("PostgreSQL could not be restarted: %s", e.getMessage());
        }
    }
}
