package ai.nominate.tenantmgr.web;

import static org.assertj.core.api.Assertions.assertThat;

import ai.nominate.tenantmgr.Api;
import ai.nominate.tenantmgr.Api.Answer;
import ai.nominate.tenantmgr.kernel.Role;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every refusal is problem+json, names a remedy and reveals no implementation details. */
@QuarkusTest
class ProblemTest {
    private final Api operator = Api.as(Role.OPERATOR);

    @Test
    void a_body_that_is_no_json_is_malformed() {
        for (String body : List.of("{", "nonsense", "{\"name\": }", "[1,", "\u0000", "{'name': 1}", "")) {
            operator.post("/api/tenants", body).refuses(400, "request.malformed");
        }
    }

    @Test
    void json_of_another_shape_is_refused() {
        for (String body : List.of("[]", "1", "\"text\"", "true", "null")) {
            operator.post("/api/tenants", body).refuses(400, "request.malformed");
        }
    }

    @Test
    void an_unknown_property_is_named() {
        assertThat(operator.post("/api/tenants", "{\"nmae\": 1}")
                        .refuses(400, "request.invalid")
                        .fields())
                .containsExactly("nmae");
        assertThat(operator.post("/api/tenants", "{\"ports\": {\"first\": 1}}")
                        .refuses(400, "request.invalid")
                        .fields())
                .containsExactly("ports.first");
    }

    @Test
    void json_that_is_nested_without_end_is_refused() {
        operator.post("/api/tenants", "{\"name\":" + "[".repeat(100_000)).expect(400);
    }

    @Test
    void another_media_type_is_not_understood() {
        operator.with("Content-Type", "text/plain")
                .send("POST", "/api/tenants", "{}")
                .refuses(415, "request.unsupported-media-type");
        operator.with("Content-Type", "application/xml")
                .send("POST", "/api/tenants", "<x/>")
                .refuses(415, "request.unsupported-media-type");
        operator.with("Content-Type", "nonsense")
                .send("POST", "/api/tenants", "{}")
                .refuses(400, "request.malformed");
    }

    @Test
    void a_body_of_more_than_a_mebibyte_is_too_large() {
        Answer refused = operator.post("/api/tenants", "{\"name\": \"" + "x".repeat(1_100_000) + "\"}");

        refused.refuses(413, "request.too-large");
    }

    @Test
    void an_address_that_leads_nowhere_is_not_found() {
        for (String path :
                List.of("/api/nothing", "/api", "/nothing", "/", "/api/tenants/x/nothing", "/api/auth/nothing")) {
            operator.get(path).refuses(404, "request.not-found");
        }
    }

    @Test
    void without_a_credential_the_api_says_nothing_but_that_it_needs_one() {
        Api stranger = Api.anonymous();

        for (String path : List.of("/api/tenants", "/api/nothing", "/api/tenants/x/deploy", "/api/auth/me")) {
            stranger.get(path).refuses(401, "request.unauthenticated");
            stranger.send("PATCH", path, "{").refuses(401, "request.unauthenticated");
        }
        stranger.send("PATCH", "/api/auth/login", null).refuses(405, "request.method-not-allowed");
    }

    @Test
    void a_method_that_a_resource_does_not_have_is_refused() {
        operator.send("DELETE", "/api/tenants", null).refuses(405, "request.method-not-allowed");
        operator.send("PATCH", "/api/settings/core.ref", null).refuses(405, "request.method-not-allowed");
        operator.send("TRACE", "/api/tenants", null).expect(405);
    }

    @Test
    void a_format_that_there_is_not_is_refused() {
        operator.with("Accept", "image/png").get("/api/tenants").refuses(406, "request.not-acceptable");
    }

    @Test
    void each_occurrence_has_an_id_of_its_own() {
        assertThat(operator.get("/api/nothing").text("instance"))
                .isNotEqualTo(operator.get("/api/nothing").text("instance"));
    }

    @Test
    void odd_addresses_are_refused_and_never_a_fault() {
        for (String path : List.of("/api/tenants/%", "/api/tenants/%zz", "/api/tenants?page=%")) {
            assertThat(RawHttp.status(path)).as(path).isBetween(400, 499);
        }
    }
}
