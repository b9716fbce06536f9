package ai.nominate.tenantmgr.database;

import ai.nominate.tenantmgr.kernel.ProblemException;
import ai.nominate.tenantmgr.kernel.TenantSlug;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What tenants use of the database server: many of them in one statement. Blocks. */
@ApplicationScoped
public class DatabaseUsage {
    private static final String FIND = """
            select d.datname, pg_database_size(d.oid) as bytes, r.rolconnlimit as allowed,
                   (select count(*) from pg_stat_activity a where a.datid = d.oid) as connections
            from pg_database d join pg_roles r on r.oid = d.datdba where d.datname = any(?)""";

    private static final int LIMIT_SECONDS = 10;

    private final Superuser superuser;

    DatabaseUsage(Superuser superuser) {
        this.superuser = superuser;
    }

    /**
     * The use of one database.
     *
     * @param allowed connections that the tenant's role may open; -1 if they are not limited
     */
    public record Use(long bytes, int connections, int allowed) {}

    /**
     * The databases of these tenants, without those that do not exist.
     *
     * @throws ProblemException if the database server does not answer
     */
    public Map<TenantSlug, Use> of(Collection<TenantSlug> tenants) {
        Map<String, TenantSlug> byName = tenants.stream()
                .collect(Collectors.toMap(slug -> DatabaseName.of(slug).value(), Function.identity()));
        return superuser.admin(connection -> read(connection, byName));
    }

    private static Map<TenantSlug, Use> read(Connection connection, Map<String, TenantSlug> byName)
            throws SQLException {
        Map<TenantSlug, Use> found = new HashMap<>();
        try (PreparedStatement query = connection.prepareStatement(FIND)) {
            query.setQueryTimeout(LIMIT_SECONDS);
            query.setArray(1, connection.createArrayOf("text", byName.keySet().toArray()));
            ResultSet rows = query.executeQuery();
            while (rows.next()) {
                found.put(
                        byName.get(rows.getString("datname")),
                        new Use(rows.getLong("bytes"), rows.getInt("connections"), rows.getInt("allowed")));
            }
        }
        return found;
    }
}
