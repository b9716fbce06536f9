package ai.nominate.tenantmgr.database;

import ai.nominate.tenantmgr.job.Permit;
import ai.nominate.tenantmgr.tenant.TenantSnapshot;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/**
 * A database of a tenant that a run fills beside the present one, and that then takes its place. Each change of names is one
 * transaction, so that the tenant has the one or the other, and each method may be called again after a crash. Blocks.
 */
@ApplicationScoped
public class StagedDatabases {
    private final TenantDatabases databases;
    private final Superuser superuser;

    StagedDatabases(Superuser superuser, TenantDatabases databases) {
        this.databases = databases;
        this.superuser = superuser;
    }

    /** Makes an empty database beside the present one, which need not be there. The tenant's role owns it. */
    public DatabaseLogin stage(TenantSnapshot tenant, UUID run, Permit permit) {
        DatabaseName name = DatabaseName.of(tenant.slug());
        databases.prepare(tenant, permit);
        DatabaseLogin login = databases.login(tenant);
        permit.check();
        superuser.admin(connection -> {
            DatabaseSql.role(connection, name, login.password());
            DatabaseSql.make(connection, name.staged(run), name);
            return null;
        });
        return login.to(name.staged(run).value());
    }

    /** Gives the staged database the tenant's name, and keeps the present one. No service may be running. */
    public void swap(TenantSnapshot tenant, UUID run, Permit permit) {
        DatabaseName name = DatabaseName.of(tenant.slug());
        rename(name, name.before(run), name.staged(run), permit);
    }

    /** Undoes {@link #swap}, also long after it. No service may be running. */
    public void swapBack(TenantSnapshot tenant, UUID run, Permit permit) {
        DatabaseName name = DatabaseName.of(tenant.slug());
        rename(name, name.staged(run), name.before(run), permit);
    }

    /** @param next takes the name, and if it is not there, nothing happens: that was done before */
    private void rename(DatabaseName name, DatabaseName aside, DatabaseName next, Permit permit) {
        permit.check();
        superuser.admin(connection -> {
            if (!DatabaseSql.exists(connection, next)) {
                return null;
            }
            boolean isThere = DatabaseSql.exists(connection, name);
            DatabaseSql.disconnect(connection, name);
            DatabaseSql.disconnect(connection, next);
            permit.check();
            connection.setAutoCommit(false);
            if (isThere) {
                DatabaseSql.execute(connection, "alter database " + name + " rename to " + aside);
            }
            DatabaseSql.execute(connection, "alter database " + next + " rename to " + name);
            connection.commit();
            return null;
        });
    }

    /** Whether the database that the run replaced is still there. */
    public boolean isKept(TenantSnapshot tenant, UUID run) {
        return superuser.admin(connection ->
                DatabaseSql.exists(connection, DatabaseName.of(tenant.slug()).before(run)));
    }

    /** Drops what the run has staged. */
    public void dropStaged(TenantSnapshot tenant, UUID run, Permit permit) {
        drop(DatabaseName.of(tenant.slug()).staged(run), permit);
    }

    /** Drops what the run has replaced: there is no way back any more. */
    public void dropKept(TenantSnapshot tenant, UUID run, Permit permit) {
        drop(DatabaseName.of(tenant.slug()).before(run), permit);
    }

    private void drop(DatabaseName name, Permit permit) {
        permit.check();
        superuser.admin(connection -> {
            DatabaseSql.execute(connection, "drop database if exists " + name + " with (force)");
            return null;
        });
    }
}
