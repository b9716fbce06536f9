package ai.nominate.tenantmgr.product;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An application that prints its secrets: neither the log nor what is stored of the failure has them. */
@ExtendWith(OnProduct.class)
class SecretsInOutputIT {
    private static final String KEY = """
            -----BEGIN PRIVATE KEY-----
            MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQC7VJTUt9Us8cKj
            short
            -----END PRIVATE KEY-----
            """;
    private static final String SCRIPT = """
            echo "key=[$KEY]"
            echo "base64=[$(printf %s "$KEY" | base64)]"
            echo "token=[$API_TOKEN] url=[$DATABASE_URL] password=[$DATABASE_PASSWORD] admin=[$ADMIN_PASSWORD]"
            printf 'bar 1%%\\rbar 100%%\\n\\033]0;title\\007\\033[2J\\033[31mred\\033[0m\\n'
            exit 1
            """;
    private final Product product;

    SecretsInOutputIT(Product product) {
        this.product = product;
    }

    @Test
    void what_a_migration_prints_is_masked_in_the_log_and_in_the_failure() throws IOException {
        Tenant tenant = tenant("leaking-migration", """
                apiVersion: tenantmgr/v1
                name: leak
                services: { backend: { command: ["sleep", "60"], health: / } }
                routes: { "/": backend }
                database: { migrate: ["sh", "leak.sh"] }
                env: { generated: [API_TOKEN] }
                """);

        Deployment deployment = tenant.deploy();
        JsonNode failure = deployment.fails();

        masked(lines(failure));
        masked(deployment.said());
    }

    @Test
    void what_a_service_prints_is_masked_in_the_failure_and_in_the_log() throws IOException {
        Tenant tenant = tenant("leaking-service", """
                apiVersion: tenantmgr/v1
                name: leak
                services: { backend: { command: ["sh", "leak.sh"], health: / } }
                routes: { "/": backend }
                database: {}
                env: { generated: [API_TOKEN] }
                """);

        Deployment deployment = tenant.deploy();
        JsonNode failure = deployment.fails();

        masked(lines(failure));
        masked(deployment.said());
    }

    private Tenant tenant(String slug, String manifest) throws IOException {
        Source source = product.source(slug).firstRelease().withManifest(manifest);
        Files.writeString(source.directory().resolve("leak.sh"), SCRIPT);
        Tenant tenant = product.tenant(slug, source);
        tenant.configure(Map.of("KEY", Map.of("value", KEY, "secret", true)));
        return tenant;
    }

    private static List<String> lines(JsonNode failure) {
        return StreamSupport.stream(failure.path("lastLines").spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private static void masked(List<String> lines) {
        assertThat(lines)
                .anyMatch(line -> line.startsWith("key=[•••"))
                .anyMatch(line -> line.startsWith("base64=[•••"))
                .anyMatch(line -> line.matches(
                        "token=\\[•••] url=\\[(•••|postgresql://\\w+:•••@.*)] password=\\[•••] admin=\\[•••]"))
                .contains("bar 100%", "\u001B[31mred\u001B[0m")
                .noneMatch(line -> line.contains("MIIE") || line.contains("TUlJR") || line.contains("title"));
    }
}
