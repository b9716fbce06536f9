package ai.nominate.tenantmgr.database;

import ai.nominate.tenantmgr.job.Permit;
import ai.nominate.tenantmgr.kernel.ProblemException;
import ai.nominate.tenantmgr.kernel.Secret;
import ai.nominate.tenantmgr.tenant.TenantSnapshot;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Creates tenants' databases. Blocks its virtual thread. A database is created and initialised under a temporary name
 * and then renamed: under its final name it is complete, and initialisation never drops that name.
 */
@ApplicationScoped
public class TenantDatabases {
    private static final String TOO_MANY = "53300";

    private final DatabaseServer server;
    private final Superuser superuser;
    private final DatabaseContent content;
    private final DatabasePasswords passwords;

    TenantDatabases(DatabaseServer server, Superuser superuser, DatabasePasswords passwords) {
        this.server = server;
        this.superuser = superuser;
        this.content = new DatabaseContent(server);
        this.passwords = passwords;
    }

    /** The URL with the tenant's own role, for its services: postgresql://role:password@host:port/database. */
    public Secret url(TenantSnapshot tenant) {
        DatabaseName name = DatabaseName.of(tenant.slug());
        return new Secret("postgresql://" + name + ":"
                + passwords.of(tenant.id()).reveal() + "@" + server.host() + ":" + server.port() + "/" + name);
    }

    /** Whether the tenant has a database, or a prepared one. Does not query the database server. */
    public boolean hasPassword(TenantSnapshot tenant) {
        return passwords.has(tenant.id());
    }

    /** Whether the tenant's role can connect to its database. "Too many connections" counts as success. */
    boolean canConnect(TenantSnapshot tenant) {
        DatabaseName name = DatabaseName.of(tenant.slug());
        Secret password = passwords.of(tenant.id());
        try (Connection ignored =
                DriverManager.getConnection(server.jdbcUrl(name.value()), name.value(), password.reveal())) {
            return true;
        } catch (SQLException e) {
            return TOO_MANY.equals(e.getSQLState());
        }
    }

    /** Whether the tenant's database exists under its final name. */
    public boolean exists(TenantSnapshot tenant) {
        return superuser.admin(connection -> DatabaseSql.exists(connection, DatabaseName.of(tenant.slug())));
    }

    /**
     * Creates the database and its role, runs the SQL in it as that role, and renames it to its final name.
     *
     * @param init initial content; empty for an empty database
     * @param limit time that the SQL may take
     * @throws ProblemException with PostgreSQL's message if the SQL fails; the unfinished database is then dropped
     */
    public void create(TenantSnapshot tenant, Optional<String> init, Duration limit, Permit permit) {
        create(tenant, new NewDatabase(init, List.of(), limit), permit);
    }

    void create(TenantSnapshot tenant, NewDatabase wanted, Permit permit) {
        superuser.admin(connection -> {
            create(connection, tenant, wanted, permit);
            return null;
        });
    }

    /**
     * Creates the database if there is none: its role, its extensions, and its content as that role, and renames it to its final
     * name.
     *
     * @param wanted asked for only if there is none
     * @return whether there was none
     * @throws ProblemException with PostgreSQL's message if that fails; the unfinished database is then dropped
     */
    public boolean ensure(TenantSnapshot tenant, Supplier<NewDatabase> wanted, Permit permit) {
        return superuser.admin(connection -> {
            boolean exists = DatabaseSql.exists(connection, DatabaseName.of(tenant.slug()));
            if (!exists) {
                create(connection, tenant, wanted.get(), permit);
            }
            return !exists;
        });
    }

    /** On one connection: opening one takes about as long as what is done on it. */
    private void create(Connection connection, TenantSnapshot tenant, NewDatabase wanted, Permit permit)
            throws SQLException {
        DatabaseName name = DatabaseName.of(tenant.slug());
        DatabaseName unfinished = name.unfinished();
        prepare(tenant, permit);
        DatabaseLogin login = login(tenant);
        permit.check();
        DatabaseSql.role(connection, name, login.password());
        DatabaseSql.make(connection, unfinished, name);
        try {
            content.extend(login.to(unfinished.value()), wanted.extensions());
            wanted.init().ifPresent(sql -> content.fill(login.to(unfinished.value()), sql, wanted.limit()));
        } catch (ProblemException e) {
            dropUnfinished(tenant, permit);
            throw e;
        }
        permit.check();
        DatabaseSql.execute(connection, "alter database " + unfinished + " rename to " + name);
    }

    /**
     * Replaces the database by one that the work fills, as the tenant's role. Until the work has ended the database stays as it
     * is; then both are renamed in one transaction.
     *
     * @param fill fills an empty database that has the extensions of the present one
     */
    void replace(TenantSnapshot tenant, Consumer<DatabaseLogin> fill, Permit permit) {
        DatabaseName name = DatabaseName.of(tenant.slug());
        DatabaseName unfinished = name.unfinished();
        permit.check();
        List<String> extensions = extensions(name);
        superuser.admin(connection -> {
            DatabaseSql.make(connection, unfinished, name);
            return null;
        });
        extend(unfinished, extensions);
        fill.accept(login(tenant).to(unfinished.value()));
        permit.check();
        superuser.admin(connection -> {
            DatabaseSql.execute(connection, "drop database if exists " + name.replaced() + " with (force)");
            DatabaseSql.disconnect(connection, name);
            connection.setAutoCommit(false);
            DatabaseSql.execute(connection, "alter database " + name + " rename to " + name.replaced());
            DatabaseSql.execute(connection, "alter database " + unfinished + " rename to " + name);
            connection.commit();
            connection.setAutoCommit(true);
            DatabaseSql.execute(connection, "drop database if exists " + name.replaced() + " with (force)");
            return null;
        });
    }

    private List<String> extensions(DatabaseName database) {
        return superuser.on(database.value(), connection -> {
            List<String> names = new ArrayList<>();
            try (Statement statement = connection.createStatement();
                    var rows = statement.executeQuery(
                            "select quote_ident(extname) from pg_extension where extname <> 'plpgsql'")) {
                while (rows.next()) {
                    names.add(rows.getString(1));
                }
            }
            return names;
        });
    }

    private void extend(DatabaseName database, List<String> quoted) {
        if (!quoted.isEmpty()) {
            superuser.on(database.value(), connection -> {
                for (String extension : quoted) {
                    DatabaseSql.execute(connection, "create extension if not exists " + extension);
                }
                return null;
            });
        }
    }

    /** How the tenant's role connects to its database. */
    DatabaseLogin login(TenantSnapshot tenant) {
        String name = DatabaseName.of(tenant.slug()).value();
        return new DatabaseLogin(server.host(), server.port(), name, name, passwords.of(tenant.id()));
    }

    /** A connection as a role of a tenant. */
    Connection open(DatabaseLogin login) throws SQLException {
        return DriverManager.getConnection(
                server.jdbcUrl(login.database()), login.role(), login.password().reveal());
    }

    /** Removes the remains of an initialisation that failed or crashed; never a database under its final name. */
    public void dropUnfinished(TenantSnapshot tenant, Permit permit) {
        permit.check();
        superuser.admin(connection -> {
            DatabaseSql.execute(
                    connection,
                    "drop database if exists " + DatabaseName.of(tenant.slug()).unfinished() + " with (force)");
            return null;
        });
    }

    /** Drops the database and its role, and disconnects their clients. */
    public void drop(TenantSnapshot tenant, Permit permit) {
        DatabaseName name = DatabaseName.of(tenant.slug());
        permit.check();
        superuser.admin(connection -> {
            DatabaseSql.execute(connection, "drop database if exists " + name.unfinished() + " with (force)");
            DatabaseSql.dropOfRestores(connection, name);
            DatabaseSql.execute(connection, "drop database if exists " + name + " with (force)");
            DatabaseSql.execute(connection, "drop role if exists " + name);
            return null;
        });
    }

    /**
     * Renames the database and its role and disables their logins.
     *
     * @param reason the deployment that deletes the tenant; makes the name unique
     * @return the new name; empty if there is no database
     */
    public Optional<String> archive(TenantSnapshot tenant, UUID reason, Permit permit) {
        DatabaseName name = DatabaseName.of(tenant.slug());
        DatabaseName kept = name.archived(reason);
        permit.check();
        return superuser.admin(connection -> {
            DatabaseSql.execute(connection, "drop database if exists " + name.unfinished() + " with (force)");
            DatabaseSql.dropOfRestores(connection, name);
            if (DatabaseSql.exists(connection, name)) {
                DatabaseSql.execute(connection, "alter role " + name + " nologin");
                DatabaseSql.disconnect(connection, name);
                connection.setAutoCommit(false);
                DatabaseSql.execute(connection, "alter database " + name + " rename to " + kept);
                DatabaseSql.execute(connection, "alter role " + name + " rename to " + kept);
                connection.commit();
            } else {
                DatabaseSql.execute(connection, "drop role if exists " + name);
            }
            return DatabaseSql.exists(connection, kept) ? Optional.of(kept.value()) : Optional.empty();
        });
    }

    /** Creates those of these extensions that the tenant's database does not have. */
    public void extend(TenantSnapshot tenant, List<String> extensions, Permit permit) {
        permit.check();
        content.extend(login(tenant), extensions);
    }

    /**
     * Creates the password of the tenant's role if there is none.
     *
     * @return whether there was none: the tenant has no role either
     */
    public boolean prepare(TenantSnapshot tenant, Permit permit) {
        return passwords.make(tenant, permit);
    }
}
