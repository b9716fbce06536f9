package ai.nominate.tenantmgr.manifest;

import ai.nominate.tenantmgr.kernel.EnvKey;
import java.util.stream.Stream;

/**
 * Variables that the manager sets for each service. A manifest or tenant cannot set the fixed ones. The others came later: an
 * application or tenant that had a variable of that name keeps its own value.
 */
public enum SystemVariable {
    PORT(true),
    HOST(true),
    DATABASE_URL(true),
    DATABASE_HOST(false),
    DATABASE_PORT(false),
    DATABASE_NAME(false),
    DATABASE_USER(false),
    DATABASE_PASSWORD(false),
    DATABASE_JDBC_URL(false),
    TENANT_SLUG(true),
    TENANT_DOMAIN(true),
    TENANT_ALIASES(false),
    PUBLIC_URL(true),
    RELEASE_ID(true),
    RELEASE_COMMIT(false),
    STATE_DIRECTORY(true),
    CACHE_DIRECTORY(false),
    ADMIN_EMAIL(true),
    ADMIN_USERNAME(true),
    ADMIN_PASSWORD(true);

    private final EnvKey key = new EnvKey(name());
    private final boolean isFixed;

    SystemVariable(boolean isFixed) {
        this.isFixed = isFixed;
    }

    public EnvKey key() {
        return key;
    }

    public boolean isFixed() {
        return isFixed;
    }

    /** Whether only an application with a database gets it. */
    public boolean isOfDatabase() {
        return name().startsWith("DATABASE_");
    }

    /** Whether the variable has a value of the manager that others may replace. */
    public static boolean isReplaceable(EnvKey key) {
        return Stream.of(values()).anyMatch(variable -> !variable.isFixed && variable.key.equals(key));
    }
}
