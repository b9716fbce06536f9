package ai.nominate.tenantmgr.host.postgres;

import ai.nominate.tenantmgr.host.file.Home;
import ai.nominate.tenantmgr.kernel.Secret;
import static ai.nominate.tenantmgr.host.Eventually.eventually;







import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Duration;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The life cycle of one server. Each test starts and ends with a running server. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class EmbeddedPostgresTest {
    private static final Logger LOG = Logger.getLogger(EmbeddedPostgresTest.class);

    @TempDir
    static Path root;

    private static EmbeddedPostgres postgres;
    private static PostgresAddress address;

    @BeforeAll
    static void start() {
        postgres = embedded();
        timed("making it", postgres::prepare);
        address = timed("first start", postgres::start);
    }

    @AfterAll
    static void stop() {
        postgres.stop();
        assertThat(postmaster().find()).isEmpty();
    }

    @Test
    @Order(1)
    void only_the_manager_gets_in_and_only_with_its_password() throws SQLException {
        try (PostgresSession session = new PostgresSession(address)) {
            session.execute("create role stranger login password 'x'");
            assertThat(session.finds("select where current_setting('password_encryption') = 'scram-sha-256'"
                            + " and current_setting('fsync') = 'on' and current_setting('max_connections') = '300'"
                            + " and current_setting('listen_addresses') = '127.0.0.1'"
                            + " and current_setting('unix_socket_directories') = ''"
                            + " and current_setting('server_encoding') = 'UTF8'"
                            + " and current_setting('server_version') = '15.18'"))
                    .isTrue();
            assertThat(session.finds("select from pg_hba_file_rules where auth_method <> 'scram-sha-256'"))
                    .isFalse();
        }
        for (String database : new String[] {"postgres", "template1", "tenantmgr"}) {
            PostgresAddress stranger =
                    new PostgresAddress(address.host(), address.port(), database, "stranger", new Secret("x"));
            assertThatThrownBy(() -> new PostgresSession(stranger))
                    .hasMessageContaining("permission denied for database");
        }
        PostgresAddress guess = new PostgresAddress(
                address.host(), address.port(), address.database(), address.user(), new Secret("guess"));
        assertThatThrownBy(() -> new PostgresSession(guess)).hasMessageContaining("password authentication failed");
        assertThat(address.jdbcUrl()).isEqualTo("jdbc:postgresql://127.0.0.1:" + address.port() + "/tenantmgr");
    }

    @Test
    @Order(2)
    void its_files_are_nobody_elses() throws IOException {
        Path directory = new Home(root).postgres();
        assertThat(mode(directory)).isEqualTo("rwx------");
        assertThat(mode(directory.resolve("15"))).isEqualTo("rwx------");
        assertThat(mode(directory.resolve("password"))).isEqualTo("rw-------");
    }

    @Test
    @Order(3)
    void the_next_manager_finds_it_running() {
        long pid = postmaster().find().orElseThrow().pid();

        PostgresAddress found = timed("adoption", embedded()::start);

        assertThat(found).isEqualTo(address);
        assertThat(postmaster().find().orElseThrow().pid()).isEqualTo(pid);
    }

    @Test
    @Order(4)
    void a_stopped_one_starts_warm_with_its_data_in_its_place() throws SQLException {
        postgres.stop();

        PostgresAddress again = timed("warm start", embedded()::start);

        assertThat(again).isEqualTo(address);
        try (PostgresSession session = new PostgresSession(again)) {
            assertThat(session.finds("select from pg_roles where rolname = 'stranger'"))
                    .isTrue();
        }
    }

    @Test
    @Order(5)
    void a_killed_one_recovers_even_when_its_number_belongs_to_another() throws Exception {
        try (PostgresSession session = new PostgresSession(address)) {
            session.execute("create table kept as select generate_series(1, 100000) as n");
        }
        long pid = postmaster().find().orElseThrow().pid();
        ProcessHandle.of(pid).orElseThrow().destroyForcibly();
        eventually("it is dead", () -> postmaster().find().isEmpty());
        Path pidFile = new Home(root).postgres().resolve("15/postmaster.pid");
        Files.writeString(
                pidFile,
                Files.readString(pidFile)
                        .replaceFirst("\\d+", ProcessHandle.current().pid() + ""));

        timed("start after kill -9", embedded()::start);

        try (PostgresSession session = new PostgresSession(address)) {
            assertThat(session.finds("select from kept having count(*) = 100000"))
                    .isTrue();
        }
    }

    @Test
    @Order(6)
    void a_stranger_on_its_port_is_named() throws IOException {
        postgres.stop();
        try (ServerSocket stranger = new ServerSocket(address.port(), 1, InetAddress.getByName("127.0.0.1"))) {
            assertThat(stranger.isBound()).isTrue();
            assertThatThrownBy(postgres::start)
                    .isInstanceOf(PostgresFailed.class)
                    .hasMessageContaining("Port " + address.port())
                    .hasMessageContaining("process " + ProcessHandle.current().pid());
        }
        postgres.start();
    }

    @Test
    @Order(7)
    void one_that_cannot_start_says_why_at_once() throws IOException {
        postgres.stop();
        Path conf = new Home(root).postgres().resolve("15/postgresql.conf");
        String good = Files.readString(conf);
        Files.writeString(conf, good + "\nno_such_setting = on\n");
        try {
            assertThatThrownBy(postgres::start)
                    .isInstanceOf(PostgresFailed.class)
                    .hasMessageContaining("no_such_setting");
        } finally {
            Files.writeString(conf, good);
        }
        postgres.start();
    }

    private static EmbeddedPostgres embedded() {
        return new EmbeddedPostgres(new Home(root), 41_700, 41_799);
    }

    private static Postmaster postmaster() {
        return new Postmaster(new Home(root).postgres().resolve("15"));
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    private static PostgresAddress timed(String what, java.util.function.Supplier<PostgresAddress> action) {
        long start = System.nanoTime();
        PostgresAddress result = action.get();
        LOG.infof("%s: %d ms", what, Duration.ofNanos(System.nanoTime() - start).toMillis());
        return result;
    }
}
