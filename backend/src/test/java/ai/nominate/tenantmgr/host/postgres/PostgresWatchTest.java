package ai.nominate.tenantmgr.host.postgres;

import ai.nominate.tenantmgr.host.command.Command;
import ai.nominate.tenantmgr.host.command.LocalRunner;
import ai.nominate.tenantmgr.host.file.Home;
import ai.nominate.tenantmgr.host.process.BaseEnvironment;
import ai.nominate.tenantmgr.host.process.LiveProcess;
import static ai.nominate.tenantmgr.host.Eventually.eventually;








import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Restarts of a server that ends while the manager runs. The test controls the clock. */
class PostgresWatchTest {
    @TempDir
    static Path root;

    private final EmbeddedPostgres postgres = new EmbeddedPostgres(new Home(root), 32_600, 32_699);
    private final HandClock clock = new HandClock();
    private final PostgresWatch watch = new PostgresWatch(postgres, clock);
    private PostgresAddress address;

    @BeforeEach
    void it_runs() {
        address = postgres.start();
        watch.look();
    }

    @AfterEach
    void stop() {
        postgres.stop();
    }

    @Test
    void one_that_died_is_back_at_once() {
        signal("KILL");
        eventually("it is gone", () -> postgres.state() == EmbeddedPostgres.State.DIED);

        watch.look();

        answers();
    }

    @Test
    void one_that_was_stopped_is_left_alone_for_a_while() {
        signal("INT");
        eventually("it is gone", () -> postgres.state() == EmbeddedPostgres.State.STOPPED);

        watch.look();
        clock.forward(PostgresWatch.LEFT_ALONE.minusSeconds(1));
        watch.look();
        assertThat(postgres.state()).isEqualTo(EmbeddedPostgres.State.STOPPED);

        clock.forward(Duration.ofSeconds(1));
        watch.look();
        answers();
    }

    @Test
    void one_that_waits_for_its_clients_is_helped_to_stop() throws SQLException {
        try (PostgresSession client = new PostgresSession(address)) {
            signal("TERM");
            eventually("it waits", () -> postgres.state() == EmbeddedPostgres.State.STOPPING);
            watch.look();
            assertThat(client.finds("select 1")).isTrue();

            clock.forward(PostgresWatch.PATIENCE_WITH_CLIENTS);
            watch.look();

            assertThat(postgres.state()).isEqualTo(EmbeddedPostgres.State.STOPPED);
        }
    }

    private void answers() {
        eventually("it answers", () -> PostgresHandshake.accepted(address));
        assertThat(postgres.state()).isEqualTo(EmbeddedPostgres.State.RUNNING);
    }

    private void signal(String name) {
        LiveProcess leading =
                new Postmaster(new Home(root).postgres().resolve("15")).find().orElseThrow();
        assertThat(new LocalRunner(BaseEnvironment.of(new Home(root)))
                        .run(Command.of("kill", "-" + name, Long.toString(leading.pid())), Duration.ofSeconds(5))
                        .succeeded())
                .isTrue();
    }

    /** Advanced by the test. */
    private static final class HandClock extends Clock {
        private Instant now = Instant.EPOCH;

        void forward(Duration duration) {
            now = now.plus(duration);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
