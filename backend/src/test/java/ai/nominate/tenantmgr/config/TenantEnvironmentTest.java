package ai.nominate.tenantmgr.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.nominate.tenantmgr.kernel.DomainName;
import ai.nominate.tenantmgr.kernel.EnvKey;
import ai.nominate.tenantmgr.kernel.FieldError;
import ai.nominate.tenantmgr.kernel.ProblemException;
import ai.nominate.tenantmgr.kernel.Secret;
import ai.nominate.tenantmgr.kernel.TenantSlug;
import ai.nominate.tenantmgr.manifest.Manifest;
import ai.nominate.tenantmgr.manifest.ManifestReader;
import ai.nominate.tenantmgr.manifest.ManifestResult;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TenantEnvironmentTest {
    private static final SystemVariables SYSTEM = new SystemVariables(
            Optional.of(new Secret("postgresql://acme:pw@127.0.0.1:5432/acme")),
            new TenantSlug("acme"),
            new DomainName("acme.example.org"),
            List.of(new DomainName("www.acme.example.org"), new DomainName("acme.localhost")),
            URI.create("https://acme.example.org"),
            "r-1",
            "0123abc",
            Path.of("/srv/storage"),
            Path.of("/srv/cache"),
            Optional.of("ada@example.org"),
            Optional.empty(),
            Optional.of(new Secret("s3cret$")));

    @Test
    void the_manager_gives_its_variables_to_every_service() {
        assertThat(new TenantEnvironment(SYSTEM, Map.of(), Map.of()).values())
                .isEqualTo(keys(Map.ofEntries(
                        Map.entry("HOST", "127.0.0.1"),
                        Map.entry("DATABASE_URL", "postgresql://acme:pw@127.0.0.1:5432/acme"),
                        Map.entry("DATABASE_HOST", "127.0.0.1"),
                        Map.entry("DATABASE_PORT", "5432"),
                        Map.entry("DATABASE_NAME", "acme"),
                        Map.entry("DATABASE_USER", "acme"),
                        Map.entry("DATABASE_PASSWORD", "pw"),
                        Map.entry("DATABASE_JDBC_URL", "jdbc:postgresql://127.0.0.1:5432/acme?user=acme&password=pw"),
                        Map.entry("TENANT_SLUG", "acme"),
                        Map.entry("TENANT_DOMAIN", "acme.example.org"),
                        Map.entry("TENANT_ALIASES", "www.acme.example.org,acme.localhost"),
                        Map.entry("PUBLIC_URL", "https://acme.example.org"),
                        Map.entry("RELEASE_ID", "r-1"),
                        Map.entry("RELEASE_COMMIT", "0123abc"),
                        Map.entry("STATE_DIRECTORY", "/srv/storage"),
                        Map.entry("CACHE_DIRECTORY", "/srv/cache"),
                        Map.entry("ADMIN_EMAIL", "ada@example.org"),
                        Map.entry("ADMIN_PASSWORD", "s3cret$"))));
    }

    @Test
    void a_tenant_s_own_values_win_over_the_defaults() {
        TenantEnvironment environment = new TenantEnvironment(
                SYSTEM,
                keys(Map.of("LOCALE", "en", "THEME", "plain")),
                secrets(Map.of("LOCALE", "de", "SESSION_SECRET", "x")));

        assertThat(environment.values())
                .containsEntry(new EnvKey("LOCALE"), "de")
                .containsEntry(new EnvKey("THEME"), "plain")
                .containsEntry(new EnvKey("SESSION_SECRET"), "x");
    }

    @Test
    void a_default_may_refer_to_other_variables() {
        TenantEnvironment environment = new TenantEnvironment(
                SYSTEM,
                keys(Map.of(
                        "DB", "host=${DATABASE_HOST} $${literal}",
                        "GREETING", "${TITLE} of ${TENANT_SLUG}",
                        "TITLE", "plain",
                        "LISTEN", "${HOST}:${PORT}",
                        "LISTEN_TOO", "at ${LISTEN}")),
                secrets(Map.of("TITLE", "Own ${HOST}")));

        assertThat(environment.values())
                .containsEntry(new EnvKey("DB"), "host=127.0.0.1 ${literal}")
                .containsEntry(new EnvKey("GREETING"), "Own ${HOST} of acme")
                .as("they differ for each service, and are set at its launch")
                .doesNotContainKeys(new EnvKey("LISTEN"), new EnvKey("LISTEN_TOO"));
    }

    @Test
    void an_application_keeps_its_own_value_of_a_variable_that_the_manager_did_not_set_before() {
        assertThat(new TenantEnvironment(SYSTEM, keys(Map.of("DATABASE_HOST", "own")), Map.of()).values())
                .containsEntry(new EnvKey("DATABASE_HOST"), "own");
        assertThat(new TenantEnvironment(SYSTEM, Map.of(), secrets(Map.of("RELEASE_COMMIT", "own"))).values())
                .containsEntry(new EnvKey("RELEASE_COMMIT"), "own");
    }

    @Test
    void nobody_s_values_win_over_the_manager_s() {
        Map<EnvKey, Secret> own =
                secrets(Map.of("PORT", "1", "ADMIN_EMAIL", "x", "LD_PRELOAD", "/x.so", "FINE", "x", "BELL", "\u0007"));

        assertThat(TenantEnvironment.errors(own))
                .containsExactly(
                        new FieldError("env.ADMIN_EMAIL", "is set by Tenant Manager itself"),
                        new FieldError(
                                "env.BELL", "must be text without control characters other than line breaks and tabs"),
                        new FieldError("env.LD_PRELOAD", "is reserved: it would change how the service is started"),
                        new FieldError("env.PORT", "is set by Tenant Manager itself"));
        assertThatThrownBy(() -> new TenantEnvironment(SYSTEM, Map.of(), own))
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.errors()).isEqualTo(TenantEnvironment.errors(own)));
        assertThat(new TenantEnvironment(SYSTEM, keys(Map.of("HOST", "0.0.0.0")), Map.of()).values())
                .containsEntry(new EnvKey("HOST"), "127.0.0.1");
    }

    @Test
    void required_keys_without_a_value_are_missing() {
        Manifest manifest = manifest("""
                required: [ADMIN_EMAIL, ADMIN_USERNAME, SITE_TITLE, LOCALE, PORT, DATABASE_URL, SESSION_SECRET]
                  defaults: { LOCALE: en }
                  generated: [SESSION_SECRET]""");

        assertThat(TenantEnvironment.missing(manifest, secrets(Map.of("ADMIN_EMAIL", "a@b.c", "ADMIN_USERNAME", ""))))
                .containsExactly(new EnvKey("ADMIN_USERNAME"), new EnvKey("DATABASE_URL"), new EnvKey("SITE_TITLE"));
    }

    @Test
    void a_database_that_the_manifest_asks_for_is_given() {
        Manifest manifest = manifest("required: [DATABASE_URL]\ndatabase: {}");
        assertThat(TenantEnvironment.missing(manifest, Map.of())).isEmpty();
    }

    @Test
    void printing_an_environment_tells_no_secret() {
        assertThat(new TenantEnvironment(SYSTEM, Map.of(), secrets(Map.of("KEY", "hush"))).toString())
                .doesNotContain("hush", "s3cret", "pw@");
    }

    private static Manifest manifest(String env) {
        ManifestResult read = ManifestReader.read("""
                apiVersion: tenantmgr/v1
                name: tiny
                services: { frontend: { command: [./serve], health: / } }
                routes: { /: frontend }
                env:
                  %s
                """.formatted(env));
        if (read instanceof ManifestResult.Valid(Manifest manifest)) {
            return manifest;
        }
        throw new AssertionError(read);
    }

    private static Map<EnvKey, String> keys(Map<String, String> values) {
        Map<EnvKey, String> keys = new TreeMap<>();
        values.forEach((key, value) -> keys.put(new EnvKey(key), value));
        return keys;
    }

    private static Map<EnvKey, Secret> secrets(Map<String, String> values) {
        return keys(values).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, e -> new Secret(e.getValue())));
    }
}
