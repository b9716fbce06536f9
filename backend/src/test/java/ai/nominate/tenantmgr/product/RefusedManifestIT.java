package ai.nominate.tenantmgr.product;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Core applications whose manifest requests something forbidden. The reader's own tests cover many more. */
@ExtendWith(OnProduct.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RefusedManifestIT {
    private final Product product;
    private Source source;
    private Tenant tenant;

    RefusedManifestIT(Product product) {
        this.product = product;
    }

    @BeforeAll
    void there_is_a_tenant() {
        source = product.source("hostile").firstRelease();
        tenant = product.tenant("hostile", source);
    }

    /** A change to the sample application's manifest, and the field that must be named. */
    record Hostile(String instead, String text, String field) {
        @Override
        public String toString() {
            return field + ": " + text.replaceAll("[^\\x20-\\x7e]", "·");
        }
    }

    static Stream<Hostile> hostile() {
        return Stream.of(
                new Hostile("apiVersion: tenantmgr/v1", "apiVersion: tenantmgr/v9", "apiVersion"),
                new Hostile("name: campaign", "name: \"campaign; id\"", "name"),
                new Hostile("name: campaign", "nginx: \"alias /etc/;\"\nname: campaign", "nginx"),
                new Hostile(
                        "health: /api/health", "health: \"/api/health HTTP/1.0\\r\\nX: y\"", "services.backend.health"),
                new Hostile("health: /api/health", "health: http://169.254.169.254/", "services.backend.health"),
                new Hostile("memory: 256M", "memory: 1T", "services.backend.memory"),
                new Hostile(
                        "\"/api/\": backend",
                        "\"/api/ { alias /etc/; } #\": backend",
                        "routes[\"/api/ { alias /etc/; } #\"]"),
                new Hostile("\"/api/\": backend", "\"/api/\": postgres", "routes[\"/api/\"]"),
                new Hostile("init: db/schema.sql", "init: ../../../etc/passwd", "database.init"),
                new Hostile("init: db/schema.sql", "init: /etc/passwd", "database.init"),
                new Hostile("LOCALE: en", "LD_PRELOAD: /tmp/evil.so", "env.defaults.LD_PRELOAD"),
                new Hostile("LOCALE: en", "\"LOCALE=en\\nPATH\": /tmp", "env.defaults[\"LOCALE=en?PATH\"]"),
                new Hostile("[uploads]", "[../../other]", "storage[0]"),
                new Hostile("css: /theme.css", "css: /../../a.env", "theme.css"));
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void a_manifest_that_is_wrong_is_refused_with_field_line_and_reason(Hostile hostile) {
        source.firstRelease().replacingInManifest(hostile.instead(), hostile.text());
        Traces before = Traces.of(product);

        Api.Answer answer = tenant.askToDeploy(Map.of());

        assertThat(answer.status()).as("answered: %s", answer.json()).isEqualTo(422);
        assertThat(answer.json().path("code").asText()).isEqualTo("release.manifest-broken");
        assertThat(answer.reason(hostile.field())).as("in %s", answer.json()).startsWith("line ");
        assertThat(Traces.of(product)).isEqualTo(before);
    }

    @Test
    void a_manifest_that_is_no_yaml_is_refused() {
        source.firstRelease().withManifest("services: [backend: {{{");
        Traces before = Traces.of(product);

        assertThat(tenant.askToDeploy(Map.of()).status()).isEqualTo(422);
        assertThat(Traces.of(product)).isEqualTo(before);
    }

    @Test
    void a_manifest_that_grows_when_it_is_read_is_refused() {
        String laughs = "a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\n"
                + "c: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\nd: [*c,*c,*c,*c,*c,*c,*c,*c,*c]\n";
        source.firstRelease().withManifest(laughs);

        assertThat(tenant.askToDeploy(Map.of()).status()).isEqualTo(422);
    }

    @Test
    void configuration_that_the_manifest_requires_and_nobody_gave_is_named_before_any_record_is_made() {
        source.firstRelease().replacingInManifest("required: [ADMIN_EMAIL]", "required: [ADMIN_EMAIL, MAIL_SERVER]");
        Traces before = Traces.of(product);

        Api.Answer answer = tenant.askToDeploy(Map.of());

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.json().path("code").asText()).isEqualTo("tenant.not-ready");
        assertThat(answer.reason("env.MAIL_SERVER")).contains("required");
        assertThat(Traces.of(product)).isEqualTo(before);
    }

    @Test
    void a_manifest_in_a_repository_is_refused_in_preflight_and_the_record_is_all_that_stays() {
        source.firstRelease().replacingInManifest("init: db/schema.sql", "init: /etc/passwd");
        product.git().commit(source, "hostile");
        Tenant fromGit = Tenant.made(
                product,
                "hostile-git",
                Map.of("kind", "git", "location", product.git().url("localhost"), "ref", "hostile"));

        Deployment deployment = fromGit.deploy();
        JsonNode failure = deployment.fails();

        assertThat(failure.path("step").asText()).isEqualTo("preflight");
        assertThat(failure.path("code").asText()).isEqualTo("release.manifest-broken");
        assertThat(deployment.said()).anyMatch(text -> text.startsWith("database.init line "));
        fromGit.hasNothingIn("a");
        assertThat(product.home().resolve("tenants/hostile-git")).doesNotExist();
    }
}
