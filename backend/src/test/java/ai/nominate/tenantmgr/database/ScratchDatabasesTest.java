package ai.nominate.tenantmgr.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.nominate.tenantmgr.host.command.LineSink;
import ai.nominate.tenantmgr.host.command.LocalRunner;
import ai.nominate.tenantmgr.host.command.RunScope;
import ai.nominate.tenantmgr.host.file.Home;
import ai.nominate.tenantmgr.host.file.SafeFiles;
import ai.nominate.tenantmgr.host.postgres.PostgresAddress;
import ai.nominate.tenantmgr.host.postgres.PostgresTools;
import ai.nominate.tenantmgr.host.postgres.TestPostgres;
import ai.nominate.tenantmgr.host.process.BaseEnvironment;
import ai.nominate.tenantmgr.host.unit.FixedLimits;
import ai.nominate.tenantmgr.host.unit.LogRotation;
import ai.nominate.tenantmgr.host.unit.ProcessSupervisor;
import ai.nominate.tenantmgr.host.unit.Supervisor;
import ai.nominate.tenantmgr.job.Permit;
import ai.nominate.tenantmgr.kernel.ProblemException;
import ai.nominate.tenantmgr.kernel.TenantSlug;
import ai.nominate.tenantmgr.kernel.Uuid7;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With PostgreSQL's own programs: a dump comes back into a database of its own, and nothing of it is left. */
class ScratchDatabasesTest {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final DatabaseServer SERVER = server();
    private static final TenantSlug OWNER = new TenantSlug("acme");

    @TempDir
    Path directory;

    private final UUID source = Uuid7.next();
    private final UUID target = Uuid7.next();
    private final RowCounts counts = new RowCounts(SERVER);
    private final ScratchDatabases scratch = new ScratchDatabases(SERVER, new Superuser(SERVER));
    private Supervisor supervisor;
    private PostgresTools tools;
    private DumpRestore restore;
    private DatabaseLogin from;

    @BeforeEach
    void a_database() throws SQLException {
        Home home = new Home(directory.resolve("home"));
        LocalRunner runner = new LocalRunner(BaseEnvironment.of(home));
        supervisor = new ProcessSupervisor(home, new LogRotation(runner), (status, sentence) -> {});
        tools = new PostgresTools(runner, home);
        restore = new DumpRestore(tools, supervisor, new FixedLimits(), home);
        from = scratch.make(source, Permit.ALWAYS);
        sql(
                from,
                "create table person (id int primary key, name text); create table empty (id int);insert into person"
                        + " select n, 'p' || n from generate_series(1, 500) n;create schema \"Odd name\"; create table"
                        + " \"Odd name\".\"T\" (); comment on table person is 'people'");
    }

    @AfterEach
    void nothing_is_left() throws Exception {
        supervisor.close();
        scratch.drop(source, Permit.ALWAYS);
        scratch.drop(target, Permit.ALWAYS);
    }

    @Test
    void a_dump_comes_back_with_its_rows_and_an_empty_table_is_rightly_empty() {
        DatabaseLogin to = scratch.make(target, Permit.ALWAYS);
        restore.restore(OWNER, to, dump(), LIMIT, run());
        Map<String, Long> wanted = Map.of("public.person", 500L, "public.empty", 0L, "Odd name.T", 0L);
        assertThat(counts.differences(to, wanted, LIMIT)).isEmpty();
    }

    @Test
    void lost_rows_and_lost_tables_are_told() throws SQLException {
        sql(from, "delete from person where id <= 2; drop table empty");
        Map<String, Long> wanted = Map.of("public.person", 500L, "public.empty", 0L);
        assertThat(counts.differences(from, wanted, LIMIT))
                .containsExactly("Table public.empty is missing", "Table public.person has 498 row(s) instead of 500");
    }

    @Test
    void a_dump_that_was_cut_is_refused() throws Exception {
        Path dump = dump();
        byte[] whole = Files.readAllBytes(dump);
        Files.write(dump, Arrays.copyOf(whole, whole.length * 6 / 10));
        DatabaseLogin to = scratch.make(target, Permit.ALWAYS);
        assertThatThrownBy(() -> restore.restore(OWNER, to, dump, LIMIT, run()))
                .isInstanceOf(ProblemException.class)
                .hasMessage("pg_restore exited with code 1");
    }

    @Test
    void the_role_may_make_no_database_and_see_no_other() {
        assertThatThrownBy(() -> sql(from, "create database other")).hasMessageContaining("permission denied");
        DatabaseLogin to = scratch.make(target, Permit.ALWAYS);
        assertThatThrownBy(() -> sql(from.to(to.database()), "select 1")).hasMessageContaining("permission denied");
    }

    @Test
    void what_a_killed_manager_left_is_dropped_by_its_name_and_what_is_used_is_kept() {
        scratch.make(target, Permit.ALWAYS);
        List<String> dropped = scratch.dropLeftovers(Set.of(source), Permit.ALWAYS);
        assertThat(dropped).contains(DatabaseName.scratch(target).value());
        assertThat(dropped).doesNotContain(from.database());
        assertThat(scratch.dropLeftovers(Set.of(source), Permit.ALWAYS)).isEmpty();
    }

    private static DatabaseServer server() {
        PostgresAddress address = TestPostgres.address();
        return new DatabaseServer(
                address.host(),
                address.port(),
                address.user(),
                address.password().reveal());
    }

    private Path dump() {
        Path dump =
                SafeFiles.directory(directory.resolve("home/run"), "rwx------").resolve("database.dump");
        var result = tools.run(
                "pg_dump",
                from.arguments("-Fc", "--no-password", "--file=" + dump, from.database()),
                from.password(),
                LIMIT,
                run());
        assertThat(result.lastLines()).isEmpty();
        return dump;
    }

    private static RunScope run() {
        return new RunScope(Uuid7.next(), 1, Permit.ALWAYS, LineSink.NONE);
    }

    private static void sql(DatabaseLogin login, String statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        "jdbc:postgresql://" + login.host() + ":" + login.port() + "/" + login.database(),
                        login.role(),
                        login.password().reveal());
                var statement = connection.createStatement()) {
            statement.execute(statements);
        }
    }
}
