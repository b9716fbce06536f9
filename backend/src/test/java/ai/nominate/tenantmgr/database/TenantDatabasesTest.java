package ai.nominate.tenantmgr.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.nominate.tenantmgr.Api;
import ai.nominate.tenantmgr.job.Permit;
import ai.nominate.tenantmgr.job.PermitLost;
import ai.nominate.tenantmgr.job.Reactive;
import ai.nominate.tenantmgr.kernel.ProblemException;
import ai.nominate.tenantmgr.kernel.Role;
import ai.nominate.tenantmgr.kernel.TenantSlug;
import ai.nominate.tenantmgr.tenant.TenantRegistry;
import ai.nominate.tenantmgr.tenant.TenantSnapshot;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** On a real server: what a tenant gets, whom it keeps out, and what is left when something goes wrong. */
@QuarkusTest
class TenantDatabasesTest {
    private static final String SCHEMA = "create table person (name text); insert into person values ('Ada');";
    private static final Duration LIMIT = Duration.ofMinutes(1);
    private static final AtomicInteger TENANTS = new AtomicInteger();

    @Inject
    TenantDatabases databases;

    @Inject
    TenantRegistry tenants;

    @Inject
    DatabaseServer server;

    private final List<TenantSnapshot> made = new ArrayList<>();
    private TenantSnapshot tenant;
    private String name;

    @BeforeEach
    void a_tenant_without_a_database() {
        tenant = tenant();
        name = DatabaseName.of(tenant.slug()).value();
    }

    /** Roles and databases belong to the server, not to the database of the tests. */
    @AfterEach
    void drop() throws SQLException {
        for (TenantSnapshot each : made) {
            databases.drop(each, Permit.ALWAYS);
            for (String kept : names(DatabaseName.of(each.slug()).value())) {
                admin("drop database " + kept + " with (force)");
                admin("drop role " + kept);
            }
        }
    }

    @Test
    void a_database_is_filled_under_another_name_and_then_gets_its_own() throws SQLException {
        assertThat(databases.exists(tenant)).isFalse();

        databases.create(tenant, Optional.of(SCHEMA), LIMIT, Permit.ALWAYS);

        assertThat(databases.exists(tenant)).isTrue();
        assertThat(names(name)).containsExactly(name);
        assertThat(ask(tenant, "select name from person")).isEqualTo("Ada");
        assertThat(ask(tenant, "select tableowner from pg_tables where tablename = 'person'"))
                .isEqualTo(name);
    }

    @Test
    void sql_that_fails_is_refused_in_the_words_of_postgresql_and_leaves_nothing() throws SQLException {
        assertThatThrownBy(() -> databases.create(
                        tenant,
                        Optional.of("create table half (a int); create table half (a int);"),
                        LIMIT,
                        Permit.ALWAYS))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("relation \"half\" already exists");

        assertThat(names(name)).isEmpty();
        databases.create(tenant, Optional.of(SCHEMA), LIMIT, Permit.ALWAYS);
        assertThat(ask(tenant, "select name from person")).isEqualTo("Ada");
    }

    @Test
    void initial_sql_that_takes_too_long_is_ended_whatever_limits_it_sets_itself() throws SQLException {
        String endless = "set statement_timeout = 0; select 1; select pg_sleep(60);";

        assertThatThrownBy(() -> databases.create(tenant, Optional.of(endless), Duration.ofSeconds(1), Permit.ALWAYS))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("did not finish within 1 s (setting deployment.migrateTimeout)");

        assertThat(names(name)).isEmpty();
    }

    @Test
    void a_manager_that_is_lost_before_the_rename_leaves_only_the_unfinished_database() throws SQLException {
        Permit lostAtTheRename = () -> {
            if (isThere(name + "__new")) {
                throw new PermitLost("taken over");
            }
        };

        assertThatThrownBy(() -> databases.create(tenant, Optional.of(SCHEMA), LIMIT, lostAtTheRename))
                .isInstanceOf(PermitLost.class);

        assertThat(databases.exists(tenant)).isFalse();
        assertThat(names(name)).containsExactly(name + "__new");
        databases.create(tenant, Optional.of(SCHEMA), LIMIT, Permit.ALWAYS);
        assertThat(names(name)).containsExactly(name);
        assertThat(ask(tenant, "select count(*) from person")).isEqualTo("1");
    }

    @Test
    void what_is_unfinished_is_dropped_and_what_is_finished_is_not() throws SQLException {
        databases.create(tenant, Optional.of(SCHEMA), LIMIT, Permit.ALWAYS);
        admin("create database " + name + "__new");

        databases.dropUnfinished(tenant, Permit.ALWAYS);

        assertThat(names(name)).containsExactly(name);
        assertThat(ask(tenant, "select name from person")).isEqualTo("Ada");
    }

    @Test
    void a_role_gets_into_its_own_database_and_into_no_other() throws SQLException {
        TenantSnapshot other = tenant();
        databases.create(tenant, Optional.empty(), LIMIT, Permit.ALWAYS);
        databases.create(other, Optional.of(SCHEMA), LIMIT, Permit.ALWAYS);

        assertThat(ask(tenant, "select current_user")).isEqualTo(name);
        String otherName = DatabaseName.of(other.slug()).value();
        assertThatThrownBy(() -> connect(tenant, otherName)).hasMessageContaining("permission denied for database");
        for (String attempt : List.of(
                "create database stolen",
                "create role helper",
                "alter role " + otherName + " password 'x'",
                "drop database " + otherName)) {
            assertThatThrownBy(() -> ask(tenant, attempt)).as(attempt).isInstanceOf(SQLException.class);
        }
        assertThat(ask(tenant, "select rolsuper::text from pg_roles where rolname = current_user"))
                .isEqualTo("false");
    }

    @Test
    void the_password_stays_the_same_and_is_not_that_of_another() {
        databases.create(tenant, Optional.empty(), LIMIT, Permit.ALWAYS);
        String url = databases.url(tenant).reveal();

        assertThat(databases.url(tenant).reveal()).isEqualTo(url);
        TenantSnapshot other = tenant();
        assertThat(databases.hasPassword(other)).isFalse();
        databases.prepare(other, Permit.ALWAYS);
        assertThat(password(other)).hasSize(32).isNotEqualTo(password(tenant));
        assertThat(databases.hasPassword(tenant)).isTrue();
        assertThat(databases.canConnect(tenant)).isTrue();
    }

    @Test
    void a_kept_database_has_its_data_and_lets_its_role_in_no_more() throws SQLException {
        databases.create(tenant, Optional.of(SCHEMA), LIMIT, Permit.ALWAYS);
        UUID reason = UUID.randomUUID();
        try (Connection open = connect(tenant, name)) {
            String kept = databases.archive(tenant, reason, Permit.ALWAYS).orElseThrow();

            assertThat(open.isValid(2)).as("a connection that was open").isFalse();
            assertThat(kept).startsWith(name + "__kept_");
            assertThat(names(name)).containsExactly(kept);
            assertThat(databases.canConnect(tenant)).isFalse();
            assertThat(adminAsk(kept, "select name from person")).isEqualTo("Ada");
            assertThat(databases.archive(tenant, reason, Permit.ALWAYS))
                    .as("a second time")
                    .contains(kept);
        }
    }

    @Test
    void a_dropped_database_is_gone_with_its_role_although_it_is_in_use() throws SQLException {
        databases.create(tenant, Optional.of(SCHEMA), LIMIT, Permit.ALWAYS);
        try (Connection open = connect(tenant, name)) {
            databases.drop(tenant, Permit.ALWAYS);

            assertThat(open.isValid(2)).isFalse();
        }
        assertThat(names(name)).isEmpty();
        assertThat(adminAsk("postgres", "select count(*) from pg_roles where rolname = '" + name + "'"))
                .isEqualTo("0");
        databases.drop(tenant, Permit.ALWAYS);
    }

    @Test
    void a_lost_permit_creates_keeps_and_drops_nothing() throws SQLException {
        databases.create(tenant, Optional.of(SCHEMA), LIMIT, Permit.ALWAYS);
        TenantSnapshot other = tenant();
        Permit lost = () -> {
            throw new PermitLost("taken over");
        };

        assertThatThrownBy(() -> databases.create(other, Optional.empty(), LIMIT, lost))
                .isInstanceOf(PermitLost.class);
        assertThatThrownBy(() -> databases.archive(tenant, UUID.randomUUID(), lost))
                .isInstanceOf(PermitLost.class);
        assertThatThrownBy(() -> databases.drop(tenant, lost)).isInstanceOf(PermitLost.class);

        assertThat(names(DatabaseName.of(other.slug()).value())).isEmpty();
        assertThat(ask(tenant, "select name from person")).isEqualTo("Ada");
    }

    private TenantSnapshot tenant() {
        String slug = "db-" + ProcessHandle.current().pid() + "-" + TENANTS.incrementAndGet();
        Api.as(Role.OPERATOR)
                .post("/api/tenants", Map.of("name", slug, "slug", slug, "domain", slug + ".example"))
                .expect(201);
        TenantSnapshot snapshot = Reactive.transaction(() -> tenants.get(new TenantSlug(slug)));
        made.add(snapshot);
        return snapshot;
    }

    private Connection connect(TenantSnapshot as, String database) throws SQLException {
        String role = DatabaseName.of(as.slug()).value();
        return DriverManager.getConnection(server.jdbcUrl(database), role, password(as));
    }

    private String password(TenantSnapshot of) {
        return URI.create(databases.url(of).reveal()).getUserInfo().split(":")[1];
    }

    private String ask(TenantSnapshot as, String sql) throws SQLException {
        try (Connection connection = connect(as, DatabaseName.of(as.slug()).value())) {
            return first(connection, sql);
        }
    }

    private String adminAsk(String database, String sql) throws SQLException {
        try (Connection connection =
                DriverManager.getConnection(server.jdbcUrl(database), server.user(), server.password())) {
            return first(connection, sql);
        }
    }

    private void admin(String sql) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(server.jdbcUrl("postgres"), server.user(), server.password());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The database with this name, and those whose names begin with it and two underscores. */
    private List<String> names(String start) throws SQLException {
        List<String> names = new ArrayList<>();
        try (Connection connection =
                        DriverManager.getConnection(server.jdbcUrl("postgres"), server.user(), server.password());
                ResultSet rows = connection
                        .createStatement()
                        .executeQuery("select datname from pg_database where datname = '" + start
                                + "' or starts_with(datname, '" + start + "__') order by datname")) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }

    private boolean isThere(String database) {
        try {
            return names(database).contains(database);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String first(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
