package ai.nominate.tenantmgr.manifest;

import ai.nominate.tenantmgr.kernel.EnvKey;



/** Variables that the manager sets for each service. A manifest or tenant cannot set them. */
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
