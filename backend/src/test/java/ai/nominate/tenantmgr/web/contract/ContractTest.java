package ai.nominate.tenantmgr.web.contract;

import static org.assertj.core.api.Assertions.assertThat;

import ai.nominate.tenantmgr.Api;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

/** The committed contract equals the served one, and is complete for callers. */
@QuarkusTest
class ContractTest {
    private final JsonNode contract =
            Api.anonymous().get("/q/openapi?format=json").expect(200).json();

    @Test
    void the_committed_contract_is_the_one_that_is_served() throws IOException {
        JsonNode committed = YAMLMapper.builder()
                .build()
                .readTree(Path.of("../schema/openapi.yaml").toFile());

        assertThat(contract).as("schema/openapi.yaml is stale: make openapi").isEqualTo(committed);
    }

    @Test
    void every_operation_says_what_it_does_and_has_a_name() {
        operations((name, operation) -> {
            assertThat(operation.path("summary").asText()).as(name).isNotBlank();
            assertThat(operation.path("operationId").asText()).as(name).isNotBlank();
            operation
                    .path("parameters")
                    .forEach(parameter -> assertThat(
                                    parameter.path("description").asText())
                            .as("%s %s", name, parameter.path("name"))
                            .isNotBlank());
        });
    }

    /** A refusal that is documented by itself takes the place of the answer that would be documented otherwise. */
    @Test
    void every_operation_has_a_success() {
        operations((name, operation) -> assertThat(operation.path("responses").fieldNames())
                .toIterable()
                .as(name)
                .anyMatch(status -> status.matches("[123].*")));
    }

    @Test
    void every_field_says_what_it_is() {
        List<String> silent = new ArrayList<>();
        contract.at("/components/schemas")
                .properties()
                .forEach(schema -> schema.getValue().path("properties").properties().stream()
                        .filter(field ->
                                field.getValue().path("description").asText().isBlank())
                        .forEach(field -> silent.add(schema.getKey() + "." + field.getKey())));

        assertThat(silent).isEmpty();
    }

    @Test
    void every_refusal_is_a_problem_with_an_example() {
        operations((name, operation) -> operation.path("responses").properties().stream()
                .filter(response -> response.getKey().compareTo("400") >= 0)
                .forEach(response -> {
                    JsonNode content = response.getValue().at("/content/application~1problem+json");
                    assertThat(content.at("/schema/$ref").asText())
                            .as("%s %s", name, response.getKey())
                            .endsWith("/Problem");
                    List<JsonNode> examples = new ArrayList<>(content.findValues("example"));
                    content.path("examples").forEach(each -> examples.add(each.path("value")));
                    assertThat(examples)
                            .as("%s %s", name, response.getKey())
                            .isNotEmpty()
                            .allSatisfy(example -> {
                                assertThat(example.path("status").asText()).isEqualTo(response.getKey());
                                assertThat(example.path("code").asText()).contains(".");
                            });
                }));
    }

    @Test
    void every_change_takes_a_key_and_says_how_it_is_refused() {
        operations((name, operation) -> {
            boolean isChange =
                    !name.startsWith("GET") && !operation.path("security").isEmpty();
            assertThat(operation.path("parameters").findValuesAsText("name").contains("Idempotency-Key"))
                    .as(name)
                    .isEqualTo(isChange);
            if (isChange) {
                assertThat(operation.at("/responses/409").toString()).as(name).contains("request.in-progress");
                assertThat(operation.path("responses").has("422")).as(name).isTrue();
            }
        });
    }

    @Test
    void what_has_an_etag_is_read_and_changed_under_a_condition() {
        for (String path : List.of("/api/settings/{key}", "/api/tenants/{id}/config", "/api/tenants/{id}")) {
            JsonNode item = contract.path("paths").path(path);
            assertThat(item.at("/get/responses/200/headers/ETag").isMissingNode())
                    .as(path)
                    .isFalse();
            assertThat(item.at("/get/responses").has("304")).as(path).isTrue();
            if (item.has("put")) {
                assertThat(item.at("/put/parameters").findValuesAsText("name"))
                        .as(path)
                        .contains("If-Match");
                assertThat(item.at("/put/responses").has("412")).as(path).isTrue();
            }
        }
    }

    @Test
    void the_contract_introduces_itself() {
        assertThat(contract.at("/info/description").asText()).isNotBlank();
        assertThat(contract.path("servers")).isNotEmpty();
        contract.path("tags")
                .forEach(tag -> assertThat(tag.path("description").asText())
                        .as(tag.toString())
                        .isNotBlank());
    }

    @Test
    void a_log_is_json_text_or_a_stream() {
        assertThat(contract.at("/paths/~1api~1deployments~1{id}~1logs/get/responses/200/content")
                        .properties())
                .extracting(java.util.Map.Entry::getKey)
                .containsExactlyInAnyOrder("application/json", "text/plain", "text/event-stream");
    }

    @Test
    void a_program_has_a_token_and_a_browser_a_cookie() {
        assertThat(contract.at("/components/securitySchemes/bearer/scheme").asText())
                .isEqualTo("bearer");
        assertThat(contract.at("/components/securitySchemes/cookie/in").asText())
                .isEqualTo("cookie");
    }

    private void operations(BiConsumer<String, JsonNode> check) {
        contract.at("/paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(operation -> check.accept(
                                operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(),
                                operation.getValue())));
    }
}
