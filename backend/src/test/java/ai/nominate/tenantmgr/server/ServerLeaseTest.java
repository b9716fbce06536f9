package ai.nominate.tenantmgr.server;

import static ai.nominate.tenantmgr.host.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import ai.nominate.tenantmgr.host.file.Home;
import ai.nominate.tenantmgr.job.Permit;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Leases on a real PostgreSQL: the statements follow the rules that {@link LeaseRulesTest} states. */
@QuarkusTest
class ServerLeaseTest {
    private static final UUID HOME = UUID.randomUUID();

    @Inject
    AgroalDataSource database;

    @TempDir
    Path root;

    @Test
    void the_application_itself_holds_the_lease_of_its_server_and_says_where_it_is() throws SQLException {
        assertThat(value("select owner is not null and lease_until > now() and home_locked from server where id = 1"))
                .isEqualTo("t");
        assertThat(value("select address from server where id = 1")).startsWith("http://127.0.0.1:");
        assertThat(value("select public_scheme || ' ' || first_port || ' ' || last_port from server where id = 1"))
                .isEqualTo("http 16000 19999");
        assertThat(value("select http_port > 0 and https_port > 0 and started_at <= now() and version <> '' from server"
                        + " where id = 1"))
                .isEqualTo("t");
    }

    @Test
    void a_name_makes_one_row_however_often_it_is_asked_for() throws SQLException {
        short one = ThisServer.findOrMake(database, new ServerName("made-once"));

        assertThat(ThisServer.findOrMake(database, new ServerName("made-once"))).isEqualTo(one);
        assertThat(value("select count(*) from server where name = 'made-once'"))
                .isEqualTo("1");
    }

    @Test
    void one_of_two_gets_it_and_the_other_follows_when_it_has_run_out() throws SQLException {
        short server = ThisServer.findOrMake(database, new ServerName("two-leases"));
        Claim claim = new Claim();
        ServerLease first = lease(server, claim, HOME);
        ServerLease second = lease(server, new Claim(claim), HOME);

        LeaseTerm term = first.tryAcquire().orElseThrow();
        assertThat(second.tryAcquire()).isEmpty();
        assertThat(first.isHeld()).isTrue();
        first.renew(term);
        assertThat(term.isOver()).isFalse();

        execute("update server set lease_until = now() - interval '1 second' where id = " + server);
        LeaseTerm next = second.tryAcquire().orElseThrow();

        assertThat(next.epoch()).isEqualTo(term.epoch() + 1);
        first.renew(term);
        assertThat(first.isHeld()).isFalse();
        assertThat(second.isHeld()).isTrue();
        second.release(next);
        assertThat(value("select owner is null and lease_until is null from server where id = " + server))
                .isEqualTo("t");
    }

    @Test
    void the_lock_on_the_home_proves_that_its_owner_has_ended() throws SQLException {
        short server = ThisServer.findOrMake(database, new ServerName("restarted"));
        Claim claim = new Claim();
        UUID home = UUID.randomUUID();
        lease(server, claim, home).tryAcquire().orElseThrow();
        claim.giveUp(); // as the kernel does for a process that was killed

        assertThat(lease(server, new Claim(), UUID.randomUUID()).tryAcquire())
                .as("another home proves nothing")
                .isEmpty();
        assertThat(lease(server, claim, home).tryAcquire()).isPresent();
    }

    @Test
    void a_home_serves_one_server_at_a_time() throws SQLException {
        UUID home = UUID.randomUUID();
        short one = ThisServer.findOrMake(database, new ServerName("one-home-a"));
        short other = ThisServer.findOrMake(database, new ServerName("one-home-b"));
        ServerLease first = lease(one, new Claim(), home);
        LeaseTerm term = first.tryAcquire().orElseThrow();

        assertThat(lease(other, new Claim(), home).tryAcquire()).isEmpty();
        first.release(term);
        assertThat(lease(other, new Claim(), home).tryAcquire()).isPresent();
    }

    @Test
    void of_many_managers_that_request_the_lease_at_once_one_gets_it() throws Exception {
        short server = ThisServer.findOrMake(database, new ServerName("wanted-by-many"));
        List<Optional<LeaseTerm>> terms = new CopyOnWriteArrayList<>();
        List<Thread> threads = java.util.stream.IntStream.range(0, 10)
                .mapToObj(number -> lease(server, new Claim(), UUID.randomUUID()))
                .map(lease -> Thread.startVirtualThread(() -> terms.add(lease.tryAcquire())))
                .toList();
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(terms).hasSize(10).filteredOn(Optional::isPresent).hasSize(1);
    }

    @Test
    void duties_begin_with_the_lease_and_end_with_it_each_time_once() throws SQLException {
        ServerName name = new ServerName("with-duties");
        short server = ThisServer.findOrMake(database, name);
        List<String> said = new CopyOnWriteArrayList<>();
        Home home = new Home(root);
        UUID number = UUID.randomUUID();
        LeaseKeeper first = keeper(name, server, home, number, duties("first", said));
        first.start();
        assertThat(said).containsExactly("first begins rows", "first begins jobs");
        LeaseKeeper second = keeper(name, server, home, number, duties("second", said));
        second.start();

        execute("update server set lease_until = now() - interval '1 second', owner = gen_random_uuid() where id = "
                + server);
        eventually("the first learns it", () -> said.contains("first ends rows"));
        eventually("one of them goes on", () -> said.size() == 6);
        first.stop();
        second.stop();

        assertThat(said).hasSize(8);
        // The second may begin before the first knows that its lease was taken: its permits are void by then.
        for (String manager : List.of("first", "second")) {
            List<String> own =
                    said.stream().filter(line -> line.startsWith(manager)).toList();
            List<String> expected = new ArrayList<>();
            for (int term = 0; term < own.size() / 4; term++) {
                expected.addAll(List.of(
                        manager + " begins rows",
                        manager + " begins jobs",
                        manager + " ends jobs",
                        manager + " ends rows"));
            }
            assertThat(own).containsExactlyElementsOf(expected);
        }
    }

    private LeaseKeeper keeper(ServerName name, short server, Home home, UUID number, List<ServerDuty> duties) {
        ServerLease lease = new ServerLease(
                new SqlLeaseRows(database, server, instance(number)),
                new HomeLockClaim(home),
                number,
                System::nanoTime);
        return new LeaseKeeper(name, lease, new Duties(duties), Duration.ofMillis(200));
    }

    private static List<ServerDuty> duties(String who, List<String> said) {
        return List.of(duty(who, DutyPhase.JOBS, "jobs", said), duty(who, DutyPhase.ROWS, "rows", said));
    }

    private static ServerDuty duty(String who, DutyPhase phase, String name, List<String> said) {
        return new ServerDuty() {
            @Override
            public DutyPhase phase() {
                return phase;
            }

            @Override
            public void begin(Permit permit) {
                said.add(who + " begins " + name);
            }

            @Override
            public void end() {
                said.add(who + " ends " + name);
            }
        };
    }

    private ServerLease lease(short server, Claim claim, UUID home) {
        return new ServerLease(new SqlLeaseRows(database, server, instance(home)), claim, home, System::nanoTime);
    }

    private static ManagerInstance instance(UUID home) {
        return new ManagerInstance(
                UUID.randomUUID(), home, "http://127.0.0.1:1", "http", 1, 2, 3, Instant.now(), "test");
    }

    private String value(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var rows = connection.createStatement().executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** A lock that several managers of the test want. */
    private static final class Claim implements HomeClaim {
        private final Claim[] holder;

        Claim() {
            this.holder = new Claim[1];
        }

        Claim(Claim sameHome) {
            this.holder = sameHome.holder;
        }

        @Override
        public boolean take() {
            if (holder[0] == null) {
                holder[0] = this;
            }
            return holder[0] == this;
        }

        @Override
        public void giveUp() {
            if (holder[0] == this) {
                holder[0] = null;
            }
        }
    }
}
