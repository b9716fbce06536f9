package ai.nominate.tenantmgr.config;

import ai.nominate.tenantmgr.kernel.DomainName;
import ai.nominate.tenantmgr.kernel.EnvKey;
import ai.nominate.tenantmgr.kernel.Secret;
import ai.nominate.tenantmgr.kernel.TenantSlug;
import ai.nominate.tenantmgr.manifest.SystemVariable;


import java.net.URI;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The variables that the manager sets for all services of a slot. PORT is set per service in its launch file.
 *
 * @param databaseUrl empty if the core application has no database
 * @param publicUrl the tenant's public URL
 * @param releaseId the release in the slot
 * @param stateDirectory the tenant's storage directory
 */
public record SystemVariables(
        Optional<Secret> databaseUrl,
        TenantSlug slug,
        DomainName domain,
        URI publicUrl,
        String releaseId,
        Path stateDirectory,
        Optional<String> adminEmail,
        Optional<String> adminUsername,
        Optional<Secret> adminPassword) {
    /** Services are reachable through NGINX only. */
    private static final String HOST = "127.0.0.1";

    /** The variables that have a value, with secrets revealed. */
    SortedMap<EnvKey, String> values() {
        SortedMap<EnvKey, String> values = new TreeMap<>();
        for (SystemVariable variable : SystemVariable.values()) {
            value(variable).ifPresent(value -> values.put(variable.key(), value));
        }
        return Collections.unmodifiableSortedMap(values);
    }

    private Optional<String> value(SystemVariable variable) {
        return switch (variable) {
            case PORT -> Optional.empty();
            case HOST -> Optional.of(HOST);
            case DATABASE_URL -> databaseUrl.map(Secret::reveal);
            case TENANT_SLUG -> Optional.of(slug.value());
            case TENANT_DOMAIN -> Optional.of(domain.value());
            case PUBLIC_URL -> Optional.of(publicUrl.toString());
            case RELEASE_ID -> Optional.of(releaseId);
            case STATE_DIRECTORY -> Optional.of(stateDirectory.toString());
            case ADMIN_EMAIL -> adminEmail;
            case ADMIN_USERNAME -> adminUsername;
            case ADMIN_PASSWORD -> adminPassword.map(Secret::reveal);
        };
    }
}
