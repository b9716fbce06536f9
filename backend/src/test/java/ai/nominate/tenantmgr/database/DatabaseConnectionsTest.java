package ai.nominate.tenantmgr.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.nominate.tenantmgr.host.postgres.PostgresAddress;
import ai.nominate.tenantmgr.host.postgres.TestPostgres;
import ai.nominate.tenantmgr.job.Permit;
import ai.nominate.tenantmgr.kernel.TenantSlug;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DatabaseConnectionsTest {
    private static final TenantSlug POOL = new TenantSlug("pool-of-15");
    private static final String ROLE = "tm_pool_of_15";
    private final PostgresAddress address = TestPostgres.address();
    private final DatabaseConnections connections = new DatabaseConnections(new Superuser(new DatabaseServer(
            address.host(), address.port(), address.user(), address.password().reveal())));
    private final List<Connection> opened = new ArrayList<>();

    @BeforeEach
    void a_role_as_the_manager_makes_it() throws SQLException {
        admin("drop role if exists " + ROLE);
        admin("create role " + ROLE + " login connection limit 24 password 'pw'");
    }

    @AfterEach
    void close() throws SQLException {
        for (Connection each : opened) {
            each.close();
        }
        admin("select pg_terminate_backend(pid, 5000) from pg_stat_activity where usename = '" + ROLE + "'");
        admin("drop role " + ROLE);
    }

    @Test
    void a_pool_of_15_fits_into_both_slots() throws SQLException {
        connections.allow(POOL, 15, 15, Permit.ALWAYS);

        for (int number = 0; number < 30; number++) {
            open();
        }
        assertThat(connections.used(POOL)).isEqualTo(30);
        for (int number = 0; number < 4; number++) {
            open(); // a migration and a person
        }
        assertThatThrownBy(this::open).hasMessageContaining("too many connections");
    }

    @Test
    void the_server_says_how_many_are_left() throws SQLException {
        int before = connections.left();
        open();
        open();

        assertThat(before).isPositive().isLessThan(connections.most());
        assertThat(connections.left()).isLessThan(before);
    }

    @Test
    void a_tenant_without_a_role_is_left_alone() {
        connections.allow(new TenantSlug("no-database"), 15, 15, Permit.ALWAYS);
    }

    private void open() throws SQLException {
        opened.add(DriverManager.getConnection(address.jdbcUrl(), ROLE, "pw"));
    }

    private void admin(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        address.jdbcUrl(), address.user(), address.password().reveal());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
