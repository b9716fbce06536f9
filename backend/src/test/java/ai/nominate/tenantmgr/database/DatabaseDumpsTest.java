package ai.nominate.tenantmgr.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.nominate.tenantmgr.Api;
import ai.nominate.tenantmgr.host.command.RunScope;
import ai.nominate.tenantmgr.host.file.Home;
import ai.nominate.tenantmgr.job.Permit;
import ai.nominate.tenantmgr.job.Reactive;
import ai.nominate.tenantmgr.kernel.ProblemException;
import ai.nominate.tenantmgr.kernel.Role;
import ai.nominate.tenantmgr.kernel.TenantSlug;
import ai.nominate.tenantmgr.kernel.Uuid7;
import ai.nominate.tenantmgr.tenant.TenantRegistry;
import ai.nominate.tenantmgr.tenant.TenantSnapshot;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** With PostgreSQL's own programs: a database comes back as it was dumped, whatever happened to it since. */
@QuarkusTest
class DatabaseDumpsTest {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final String SCHEMA =
            "create table person (id serial primary key, name text); insert into person (name) values ('Ada');";

    @Inject
    Home home;

    @Inject
    DatabaseDumps dumps;

    @Inject
    DatabaseExport export;

    @Inject
    DumpReading reading;

    @Inject
    TenantDatabases databases;

    @Inject
    TenantRegistry tenants;

    private TenantSnapshot tenant;

    @BeforeEach
    void a_tenant_with_a_database() {
        String slug = "u" + UUID.randomUUID().toString().substring(0, 8);
        Api.as(Role.OPERATOR)
                .post("/api/tenants", Map.of("name", slug, "slug", slug, "domain", slug + ".example"))
                .expect(201);
        tenant = Reactive.await(() -> Panache.withSession(() -> tenants.get(new TenantSlug(slug))));
        databases.create(tenant, Optional.of(SCHEMA), LIMIT, Permit.ALWAYS);
    }

    @AfterEach
    void drop() {
        databases.drop(tenant, Permit.ALWAYS);
        dumps.remove(tenant, Permit.ALWAYS);
    }

    @Test
    void a_database_is_restored_with_its_data_its_sequences_and_its_owner() throws SQLException {
        RunScope run = run();
        Path dump = home.run().resolve("dump-" + UUID.randomUUID());
        DatabaseExport.Exported exported = export.write(tenant, dump, LIMIT, run);
        assertThat(exported.rowCounts()).containsEntry("public.person", 1L);
        assertThat(exported.dumpVersion()).matches("[0-9]+\\.[0-9]+");
        reading.toItsEnd(tenant.slug(), dump, LIMIT, run);
        ask("alter table person rename to people; insert into people (name) values ('Eve'); select 1");

        dumps.restore(tenant, dump, LIMIT, run);

        assertThat(ask("select string_agg(name, ',') from person")).isEqualTo("Ada");
        assertThat(ask("insert into person (name) values ('Grace') returning id"))
                .isEqualTo("2");
        assertThat(ask("select tableowner from pg_tables where tablename = 'person'"))
                .isEqualTo(DatabaseName.of(tenant.slug()).value());
        assertThat(ask("select count(*) from pg_database where datname like '" + DatabaseName.of(tenant.slug()) + "%'"))
                .as("nothing of before is left")
                .isEqualTo("1");
        dumps.restore(tenant, dump, LIMIT, run);
        assertThat(ask("select string_agg(name, ',') from person"))
                .as("a second time, as after a crash")
                .isEqualTo("Ada");
    }

    @Test
    void a_damaged_dump_changes_nothing() throws Exception {
        RunScope run = run();
        Path dump = home.run().resolve("dump-" + UUID.randomUUID());
        export.write(tenant, dump, LIMIT, run);
        byte[] whole = Files.readAllBytes(dump);
        Files.write(dump, java.util.Arrays.copyOf(whole, whole.length / 2));

        assertThatThrownBy(() -> reading.toItsEnd(tenant.slug(), dump, LIMIT, run))
                .isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> dumps.restore(tenant, dump, LIMIT, run)).isInstanceOf(ProblemException.class);

        assertThat(ask("select name from person")).isEqualTo("Ada");
    }

    private static RunScope run() {
        return new RunScope(Uuid7.next(), 1, Permit.ALWAYS, (stream, line) -> {});
    }

    private String ask(String sql) throws SQLException {
        URI url = URI.create(databases.url(tenant).reveal());
        String[] login = url.getUserInfo().split(":");
        try (var connection = DriverManager.getConnection(
                        "jdbc:postgresql://" + url.getHost() + ":" + url.getPort() + url.getPath(),
                        login[0],
                        login[1]);
                var statement = connection.createStatement()) {
            boolean isResult = statement.execute(sql);
            while (!isResult) {
                isResult = statement.getMoreResults();
            }
            var rows = statement.getResultSet();
            rows.next();
            return rows.getString(1);
        }
    }
}
