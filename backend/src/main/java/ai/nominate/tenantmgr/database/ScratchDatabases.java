package ai.nominate.tenantmgr.database;

import ai.nominate.tenantmgr.job.Permit;
import ai.nominate.tenantmgr.kernel.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Databases that live as long as one run, each with a role of its own that may do nothing but own it. Found by their names, so that
 * what a killed manager left is dropped by the next one. Blocks.
 */
@ApplicationScoped
public class ScratchDatabases {
    private static final String FOUND = """
        select datname from pg_database where starts_with(datname, ?)
        union select rolname from pg_roles where starts_with(rolname, ?) order by 1\
        """;

    private final DatabaseServer server;
    private final Superuser superuser;

    ScratchDatabases(DatabaseServer server, Superuser superuser) {
        this.server = server;
        this.superuser = superuser;
    }

    /** Makes an empty database for the run, in place of one that it has made before. */
    public DatabaseLogin make(UUID run, Permit permit) {
        DatabaseLogin login = open(run, permit);
        DatabaseName name = DatabaseName.scratch(run);
        superuser.admin(connection -> {
            DatabaseSql.make(connection, name, name);
            return null;
        });
        return login;
    }

    /** How to connect to the database that the run has made before, with a new password. */
    public DatabaseLogin open(UUID run, Permit permit) {
        DatabaseName name = DatabaseName.scratch(run);
        Secret password = DatabasePasswords.random();
        permit.check();
        superuser.admin(connection -> {
            DatabaseSql.role(connection, name, password);
            return null;
        });
        return new DatabaseLogin(server.host(), server.port(), name.value(), name.value(), password);
    }

    /** Drops the run's database and role if they are there. */
    public void drop(UUID run, Permit permit) {
        permit.check();
        superuser.admin(connection -> {
            drop(connection, DatabaseName.scratch(run));
            return null;
        });
    }

    /**
     * Drops those of runs that have ended.
     *
     * @param active the runs that may still use theirs
     * @return the names of what was dropped
     */
    public List<String> dropLeftovers(Set<UUID> active, Permit permit) {
        Set<String> used =
                active.stream().map(run -> DatabaseName.scratch(run).value()).collect(Collectors.toSet());
        return superuser.admin(connection -> {
            List<String> left = found(connection);
            left.removeAll(used);
            for (String name : left) {
                permit.check();
                drop(connection, new DatabaseName(name));
            }
            return left;
        });
    }

    private static List<String> found(Connection connection) throws SQLException {
        List<String> names = new ArrayList<>();
        try (var query = connection.prepareStatement(FOUND)) {
            query.setString(1, DatabaseName.SCRATCH);
            query.setString(2, DatabaseName.SCRATCH);
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    names.add(rows.getString(1));
                }
            }
        }
        return names;
    }

    private static void drop(Connection connection, DatabaseName name) throws SQLException {
        DatabaseSql.execute(connection, "drop database if exists " + name + " with (force)");
        DatabaseSql.execute(connection, "drop role if exists " + name);
    }
}
