package ai.nominate.tenantmgr.database;

import ai.nominate.tenantmgr.kernel.TenantSlug;
import java.util.UUID;

/**
 * The name of a tenant's database and role. It goes into statements that cannot take parameters, so it is made from a slug
 * and nothing else: letters, digits and underscores.
 */
public record DatabaseName(String value) {
    private static final String PREFIX = "tm_";
    private static final String NEW = "__new";

    public DatabaseName {
        if (!value.matches("tm_[a-z][a-z0-9_]{1,59}")) {
            throw new IllegalArgumentException("not a tenant database");
        }
    }

    /** Slugs have no underscore and no double hyphen, so no two of them meet. */
    public static DatabaseName of(TenantSlug slug) {
        return new DatabaseName(PREFIX + slug.value().replace('-', '_'));
    }

    /** What it is called until it is initialised: the rename is the moment in which it becomes the tenant's. */
    DatabaseName unfinished() {
        return new DatabaseName(value + NEW);
    }

    /** What it is called when its tenant is gone and it is kept: slugs have no double hyphen, so no tenant is ever given it. */
    DatabaseName kept(UUID reason) {
        String unique = reason.toString().replace("-", "");
        return new DatabaseName(value + "__kept_" + unique.substring(unique.length() - 12));
    }

    @Override
    public String toString() {
        return value;
    }
}
