package ai.nominate.tenantmgr.database;

import ai.nominate.tenantmgr.kernel.Secret;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** The statements about databases and roles, each on a connection of the superuser. */
final class DatabaseSql {
    /** Of a new role, until {@link DatabaseConnections#allow} sets its own limit. */
    private static final int CONNECTIONS = 24;

    private DatabaseSql() {}

    static void disconnect(Connection connection, DatabaseName database) throws SQLException {
        try (var query = connection.prepareStatement("""
                select pg_terminate_backend(pid, 5000) from pg_stat_activity
                where datname = ? and pid <> pg_backend_pid()""")) {
            query.setString(1, database.value());
            query.executeQuery();
        }
    }

    static void role(Connection connection, DatabaseName name, Secret password) throws SQLException {
        boolean there;
        try (var query = connection.prepareStatement("select 1 from pg_roles where rolname = ?")) {
            query.setString(1, name.value());
            there = query.executeQuery().next();
        }
        // the password is base64url of random bytes and needs no quoting
        execute(
                connection,
                (there ? "alter" : "create") + " role " + name
                        + " login nosuperuser nocreatedb nocreaterole connection limit " + CONNECTIONS + " password '"
                        + password.reveal() + "'");
    }

    /** An empty database that only its owner may use, in place of one of that name. */
    static void make(Connection connection, DatabaseName database, DatabaseName owner) throws SQLException {
        execute(connection, "drop database if exists " + database + " with (force)");
        execute(connection, "create database " + database + " owner " + owner + " template template0");
        execute(connection, "revoke connect, temporary on database " + database + " from public");
    }

    static boolean exists(Connection connection, DatabaseName name) throws SQLException {
        try (var query = connection.prepareStatement("select 1 from pg_database where datname = ?")) {
            query.setString(1, name.value());
            return query.executeQuery().next();
        }
    }

    /** Drops what restores of the tenant have staged or kept. */
    static void dropOfRestores(Connection connection, DatabaseName name) throws SQLException {
        List<String> found = new ArrayList<>();
        try (var query = connection.prepareStatement(
                "select datname from pg_database where starts_with(datname, ?) or starts_with(datname, ?)")) {
            query.setString(1, name + DatabaseName.STAGED);
            query.setString(2, name + DatabaseName.BEFORE);
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    found.add(rows.getString(1));
                }
            }
        }
        for (String database : found) {
            execute(connection, "drop database if exists " + new DatabaseName(database) + " with (force)");
        }
    }

    static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
