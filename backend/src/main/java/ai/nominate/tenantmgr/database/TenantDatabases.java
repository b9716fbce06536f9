package ai.nominate.tenantmgr.database;

import ai.nominate.tenantmgr.job.Permit;
import ai.nominate.tenantmgr.job.Reactive;
import ai.nominate.tenantmgr.kernel.ProblemException;
import ai.nominate.tenantmgr.kernel.Secret;
import ai.nominate.tenantmgr.settings.SecretBox;
import ai.nominate.tenantmgr.tenant.TenantSnapshot;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Creates tenants' databases. Blocks its virtual thread. A database is created and initialised under a temporary name
 * and then renamed: under its final name it is complete, and initialisation never drops that name.
 */
@ApplicationScoped
public class TenantDatabases {
    private static final String TOO_MANY = "53300";

    private final DatabaseServer server;
    private final SecretBox secrets;
    private final Clock clock;

    TenantDatabases(DatabaseServer server, SecretBox secrets, Clock clock) {
        this.server = server;
        this.secrets = secrets;
        this.clock = clock;
    }

    /** The URL with the tenant's own role, for its services: postgresql://role:password@host:port/database. */
    public Secret url(TenantSnapshot tenant) {
        DatabaseName name = DatabaseName.of(tenant.slug());
        return new Secret("postgresql://" + name + ":" + password(tenant.id()).reveal() + "@" + server.host() + ":"
                + server.port() + "/" + name);
    }

    /** Whether the tenant has a database, or a prepared one. Does not query the database server. */
    public boolean hasPassword(TenantSnapshot tenant) {
        return Reactive.transaction(() -> StoredDatabase.count("tenantId", tenant.id())) > 0;
    }

    /** Whether the tenant's role can connect to its database. "Too many connections" counts as success. */
    boolean canConnect(TenantSnapshot tenant) {
        DatabaseName name = DatabaseName.of(tenant.slug());
        Secret password = password(tenant.id());
        try (Connection ignored =
                DriverManager.getConnection(server.jdbcUrl(name.value()), name.value(), password.reveal())) {
            return true;
        } catch (SQLException e) {
            return TOO_MANY.equals(e.getSQLState());
        }
    }

    /** Whether the tenant's database exists under its final name. */
    public boolean exists(TenantSnapshot tenant) {
        return admin(connection -> DatabaseSql.exists(connection, DatabaseName.of(tenant.slug())));
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

    /**
     * Creates the database and its role, its extensions, and its content as that role, and renames it to its final name.
     *
     * @throws ProblemException with PostgreSQL's message if that fails; the unfinished database is then dropped
     */
    public void create(TenantSnapshot tenant, NewDatabase wanted, Permit permit) {
        DatabaseName name = DatabaseName.of(tenant.slug());
        DatabaseName unfinished = name.unfinished();
        prepare(tenant, permit);
        Secret password = password(tenant.id());
        permit.check();
        admin(connection -> {
            DatabaseSql.role(connection, name, password);
            DatabaseSql.execute(connection, "drop database if exists " + unfinished + " with (force)");
            DatabaseSql.execute(connection, "create database " + unfinished + " owner " + name + " template template0");
            DatabaseSql.execute(connection, "revoke connect, temporary on database " + unfinished + " from public");
            return null;
        });
        try {
            extend(unfinished, name, password, wanted.extensions());
            wanted.init().ifPresent(sql -> fill(unfinished, name, password, sql, wanted.limit()));
        } catch (ProblemException e) {
            dropUnfinished(tenant, permit);
            throw e;
        }
        permit.check();
        admin(connection -> {
            DatabaseSql.execute(connection, "alter database " + unfinished + " rename to " + name);
            return null;
        });
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
        admin(connection -> {
            DatabaseSql.execute(connection, "drop database if exists " + unfinished + " with (force)");
            DatabaseSql.execute(connection, "create database " + unfinished + " owner " + name + " template template0");
            DatabaseSql.execute(connection, "revoke connect, temporary on database " + unfinished + " from public");
            return null;
        });
        extend(unfinished, extensions);
        fill.accept(login(tenant).to(unfinished.value()));
        permit.check();
        admin(connection -> {
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
        return on(database.value(), connection -> {
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
            on(database.value(), connection -> {
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
        return new DatabaseLogin(server.host(), server.port(), name, name, password(tenant.id()));
    }

    /** Removes the remains of an initialisation that failed or crashed; never a database under its final name. */
    public void dropUnfinished(TenantSnapshot tenant, Permit permit) {
        permit.check();
        admin(connection -> {
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
        admin(connection -> {
            DatabaseSql.execute(connection, "drop database if exists " + name.unfinished() + " with (force)");
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
        return admin(connection -> {
            DatabaseSql.execute(connection, "drop database if exists " + name.unfinished() + " with (force)");
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
        DatabaseName name = DatabaseName.of(tenant.slug());
        extend(name, name, password(tenant.id()), extensions);
    }

    /** By the tenant's own role, so that PostgreSQL decides which ones a tenant may have: those that it trusts. */
    private void extend(DatabaseName database, DatabaseName role, Secret password, List<String> extensions) {
        if (extensions.isEmpty()) {
            return;
        }
        try (Connection connection =
                DriverManager.getConnection(server.jdbcUrl(database.value()), role.value(), password.reveal())) {
            for (String extension : extensions) {
                extend(connection, extension);
            }
        } catch (SQLException e) {
            throw new ProblemException(DatabaseProblem.INIT_FAILED, "PostgreSQL reports: " + e.getMessage());
        }
    }

    private static void extend(Connection connection, String extension) {
        try {
            DatabaseSql.execute(
                    connection, "create extension if not exists \"" + extension.replace("\"", "\"\"") + "\"");
        } catch (SQLException e) {
            throw new ProblemException(
                    DatabaseProblem.EXTENSION_REFUSED,
                    "database.extensions: " + extension + " cannot be had. PostgreSQL reports: " + e.getMessage());
        }
    }

    private void fill(DatabaseName database, DatabaseName role, Secret password, String sql, Duration limit) {
        try (Connection connection =
                DriverManager.getConnection(server.jdbcUrl(database.value()), role.value(), password.reveal())) {
            new SqlScriptRun(connection, limit).run(sql);
        } catch (SQLException e) {
            throw new ProblemException(DatabaseProblem.INIT_FAILED, "PostgreSQL reports: " + e.getMessage());
        }
    }

    /** Creates the password of the tenant's role if there is none. */
    public void prepare(TenantSnapshot tenant, Permit permit) {
        if (hasPassword(tenant)) {
            return;
        }
        permit.transaction(() -> {
            StoredDatabase made = new StoredDatabase();
            made.tenantId = tenant.id();
            made.serverId = tenant.server();
            made.name = DatabaseName.of(tenant.slug()).value();
            made.password = secrets.encrypt(random(), associatedData(tenant.id()));
            made.createdAt = clock.instant();
            return made.persist();
        });
    }

    private Secret password(UUID tenant) {
        StoredDatabase stored = Reactive.transaction(() -> StoredDatabase.<StoredDatabase>findById(tenant));
        if (stored == null) {
            throw new IllegalStateException("no database was prepared for tenant " + tenant);
        }
        return secrets.open(stored.password, associatedData(tenant));
    }

    /** The location of the password; part of its encryption. */
    static String associatedData(UUID tenant) {
        return "tenant_database/" + tenant + "/password";
    }

    private static Secret random() {
        byte[] bytes = new byte[24];
        new java.security.SecureRandom().nextBytes(bytes);
        return new Secret(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    private <T> T admin(Work<T> work) {
        return on(DatabaseServer.MAINTENANCE, work);
    }

    /** As the superuser. */
    private <T> T on(String database, Work<T> work) {
        try (Connection connection =
                DriverManager.getConnection(server.jdbcUrl(database), server.user(), server.password())) {
            return work.on(connection);
        } catch (SQLException e) {
            throw new ProblemException(
                    DatabaseProblem.UNREACHABLE, "The database server " + server + " reports: " + e.getMessage());
        }
    }

    private interface Work<T> {
        T on(Connection connection) throws SQLException;
    }
}
