package ai.nominate.tenantmgr.manifest;

import ai.nominate.tenantmgr.kernel.EnvKey;

/** What the manager itself gives each service. Nobody else sets these: neither a manifest nor a tenant. */
public enum SystemVariable {
    PORT,
    HOST,
    DATABASE_URL,
    TENANT_SLUG,
    TENANT_DOMAIN,
    PUBLIC_URL,
    RELEASE_ID,
    STATE_DIRECTORY,
    ADMIN_EMAIL,
    ADMIN_USERNAME,
    ADMIN_PASSWORD;

    private final EnvKey key = new EnvKey(name());

    public EnvKey key() {
        return key;
    }
}
