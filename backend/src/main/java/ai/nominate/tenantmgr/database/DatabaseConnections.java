package ai.nominate.tenantmgr.database;

import ai.nominate.tenantmgr.job.Permit;
import ai.nominate.tenantmgr.kernel.TenantSlug;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * The connections that the database server has left, and those that a tenant's role may open. Two slots run together during a
 * switch, each with a pool of its own. Blocks.
 */
@ApplicationScoped
public class DatabaseConnections {
    /** For a migration, a command and a person beside the services. */
    private static final int BESIDE = 4;

    private static final String LEFT = """
            select current_setting('max_connections')::int - current_setting('superuser_reserved_connections')::int
                   - (select count(*) from pg_stat_activity where backend_type = 'client backend')""";
    private static final String MOST = "select current_setting('max_connections')::int";
    private static final String USED = "select count(*) from pg_stat_activity where usename = ?";

    private final Superuser superuser;

    DatabaseConnections(Superuser superuser) {
        this.superuser = superuser;
    }

    /** The number of connections that ordinary roles may still open. */
    public int left() {
        return ask(LEFT, null);
    }

    /** The number of connections that the server allows in all. */
    public int most() {
        return ask(MOST, null);
    }

    /** The number of connections that the tenant's role has open. */
    public int used(TenantSlug tenant) {
        return ask(USED, DatabaseName.of(tenant).value());
    }

    /**
     * Lets the tenant's role open enough connections for two slots. A tenant without a role gets the limit with its database.
     *
     * @param one connections of one slot
     * @param other connections of the other one
     */
    public void allow(TenantSlug tenant, int one, int other, Permit permit) {
        permit.check();
        DatabaseName name = DatabaseName.of(tenant);
        superuser.admin(connection -> {
            if (exists(connection, name)) {
                DatabaseSql.execute(connection, "alter role " + name + " connection limit " + (one + other + BESIDE));
            }
            return null;
        });
    }

    private static boolean exists(Connection connection, DatabaseName name) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("select 1 from pg_roles where rolname = ?")) {
            query.setString(1, name.value());
            return query.executeQuery().next();
        }
    }

    private int ask(String sql, String parameter) {
        return superuser.admin(connection -> {
            try (PreparedStatement query = connection.prepareStatement(sql)) {
                if (parameter != null) {
                    query.setString(1, parameter);
                }
                ResultSet rows = query.executeQuery();
                rows.next();
                return rows.getInt(1);
            }
        });
    }
}
