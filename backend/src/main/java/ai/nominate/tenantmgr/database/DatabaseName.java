package ai.nominate.tenantmgr.database;

import ai.nominate.tenantmgr.kernel.TenantSlug;
import java.util.UUID;

/**
 * The name of a tenant's database and role. Used in statements that do not support parameters, so it is derived from a
 * slug only: letters, digits and underscores.
 */
public record DatabaseName(String value) {
    private static final String PREFIX = "tm_";
    private static final String NEW = "__new";
    static final String STAGED = "__rst_";
    static final String BEFORE = "__was_";
    static final String SCRATCH = PREFIX + "x__scratch_";

    public DatabaseName {
        if (!value.matches("tm_[a-z][a-z0-9_]{1,59}")) {
            throw new IllegalArgumentException("not a tenant database");
        }
    }

    /** Injective: slugs contain no underscore and no double hyphen. */
    public static DatabaseName of(TenantSlug slug) {
        return new DatabaseName(PREFIX + slug.value().replace('-', '_'));
    }

    /** The name during initialisation; the rename to the final name is the commit point. */
    DatabaseName unfinished() {
        return new DatabaseName(value + NEW);
    }

    /** The name of a database while another takes its place. */
    DatabaseName replaced() {
        return new DatabaseName(value + "__old");
    }

    /**
     * The name of a database kept after its tenant was deleted: slugs have no double hyphen, so no later tenant gets
     * it.
     */
    DatabaseName archived(UUID reason) {
        return new DatabaseName(value + "__kept_" + unique(reason));
    }

    /** The name of a database into which a backup is restored, before it takes the place of this one. */
    DatabaseName staged(UUID run) {
        return new DatabaseName(value + STAGED + unique(run));
    }

    /** The name of the database that a restored one has replaced. */
    DatabaseName before(UUID run) {
        return new DatabaseName(value + BEFORE + unique(run));
    }

    /** The name of a database that lives as long as one run: no slug has an underscore, so no tenant gets it. */
    static DatabaseName scratch(UUID run) {
        return new DatabaseName(SCRATCH + run.toString().replace("-", ""));
    }

    private static String unique(UUID run) {
        String digits = run.toString().replace("-", "");
        return digits.substring(digits.length() - 12);
    }

    @Override
    public String toString() {
        return value;
    }
}
