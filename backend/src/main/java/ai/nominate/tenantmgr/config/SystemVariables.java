package ai.nominate.tenantmgr.config;

import ai.nominate.tenantmgr.kernel.DomainName;
import ai.nominate.tenantmgr.kernel.EnvKey;
import ai.nominate.tenantmgr.kernel.Secret;
import ai.nominate.tenantmgr.kernel.TenantSlug;
import ai.nominate.tenantmgr.manifest.SystemVariable;
import java.net.URI;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The variables that the manager sets for all services of a slot. PORT is set per service in its launch file.
 *
 * @param databaseUrl empty if the core application has no database
 * @param aliases the tenant's other names under which visitors get the application
 * @param publicUrl the tenant's public URL
 * @param releaseId the release in the slot
 * @param releaseCommit the commit it was built from
 * @param stateDirectory the tenant's storage directory
 * @param cacheDirectory for files that the application can make again
 */
public record SystemVariables(
        Optional<Secret> databaseUrl,
        TenantSlug slug,
        DomainName domain,
        List<DomainName> aliases,
        URI publicUrl,
        String releaseId,
        String releaseCommit,
        Path stateDirectory,
        Path cacheDirectory,
        Optional<String> adminEmail,
        Optional<String> adminUsername,
        Optional<Secret> adminPassword) {
    /** Services are reachable through NGINX only. */
    private static final String HOST = "127.0.0.1";

    /**
     * The variables that have a value, with secrets revealed.
     *
     * @param isFixed whether those that nothing replaces, or those that the application or the tenant may replace
     */
    SortedMap<EnvKey, String> values(boolean isFixed) {
        SortedMap<EnvKey, String> values = new TreeMap<>();
        for (SystemVariable variable : SystemVariable.values()) {
            if (variable.isFixed() == isFixed) {
                value(variable).ifPresent(value -> values.put(variable.key(), value));
            }
        }
        return Collections.unmodifiableSortedMap(values);
    }

    private Optional<String> value(SystemVariable variable) {
        return switch (variable) {
            case PORT -> Optional.empty();
            case HOST -> Optional.of(HOST);
            case DATABASE_URL -> databaseUrl.map(Secret::reveal);
            case DATABASE_HOST -> database().map(URI::getHost);
            case DATABASE_PORT -> database().map(url -> String.valueOf(url.getPort()));
            case DATABASE_NAME -> database().map(url -> url.getPath().substring(1));
            case DATABASE_USER -> database().map(url -> url.getUserInfo().split(":", 2)[0]);
            case DATABASE_PASSWORD -> database().map(url -> url.getUserInfo().split(":", 2)[1]);
            case DATABASE_JDBC_URL -> database().map(SystemVariables::jdbc);
            case TENANT_SLUG -> Optional.of(slug.value());
            case TENANT_DOMAIN -> Optional.of(domain.value());
            case TENANT_ALIASES ->
                Optional.of(aliases.stream().map(DomainName::value).collect(Collectors.joining(",")));
            case PUBLIC_URL -> Optional.of(publicUrl.toString());
            case RELEASE_ID -> Optional.of(releaseId);
            case RELEASE_COMMIT -> Optional.of(releaseCommit);
            case STATE_DIRECTORY -> Optional.of(stateDirectory.toString());
            case CACHE_DIRECTORY -> Optional.of(cacheDirectory.toString());
            case ADMIN_EMAIL -> adminEmail;
            case ADMIN_USERNAME -> adminUsername;
            case ADMIN_PASSWORD -> adminPassword.map(Secret::reveal);
        };
    }

    /** The password is base64url of random bytes and needs no encoding. */
    private Optional<URI> database() {
        return databaseUrl.map(url -> URI.create(url.reveal()));
    }

    private static String jdbc(URI url) {
        String[] user = url.getUserInfo().split(":", 2);
        return "jdbc:postgresql://" + url.getHost() + ":" + url.getPort() + url.getPath() + "?user=" + user[0]
                + "&password=" + user[1];
    }
}
