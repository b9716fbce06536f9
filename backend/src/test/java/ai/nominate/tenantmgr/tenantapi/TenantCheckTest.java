package ai.nominate.tenantmgr.tenantapi;

import static org.assertj.core.api.Assertions.assertThat;

import ai.nominate.tenantmgr.Api;
import ai.nominate.tenantmgr.Api.Answer;
import ai.nominate.tenantmgr.TestClock;
import ai.nominate.tenantmgr.host.file.SafeFiles;
import ai.nominate.tenantmgr.kernel.Role;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@QuarkusTest
class TenantCheckTest {
    private static final String CHECK = "/api/tenants/check";
    private final Api operator = Api.as(Role.OPERATOR);
    private final Api admin = Api.admin();

    @BeforeEach
    void looks_at_sources_are_allowed_again() {
        TestClock.forward(Duration.ofSeconds(61));
    }

    @Test
    void what_was_not_asked_for_is_not_answered() {
        Answer answer = operator.post(CHECK, "{}").expect(200);

        for (String field : List.of("slug", "domain", "aliases", "ports", "source")) {
            assertThat(answer.at(field).isNull()).as(field).isTrue();
        }
    }

    @Test
    void all_that_is_wrong_is_told_at_once() {
        tenant("check-taken", "check-taken.example");

        Answer answer = operator.post(
                        CHECK,
                        Map.of(
                                "slug",
                                "check-taken",
                                "domain",
                                "check-taken.example",
                                "aliases",
                                List.of("fine.check.example", "no host"),
                                "ports",
                                Map.of("frontend", 16_001, "backend", 16_005)))
                .expect(200);

        assertThat(answer.text("slug/reason")).isEqualTo("check-taken belongs to check-taken");
        assertThat(answer.text("domain/reason")).isEqualTo("check-taken.example belongs to check-taken");
        assertThat(answer.at("aliases/0/ok").booleanValue()).isTrue();
        assertThat(answer.at("aliases/1/ok").booleanValue()).isFalse();
        assertThat(answer.text("ports/reason")).contains("frontend must be the first port", "; backend must be");
    }

    @Test
    void what_it_accepts_a_tenant_can_be_created_with_and_nothing_was_kept() {
        int free = operator.get("/api/ports/next-available")
                .expect(200)
                .at("items/0/frontend")
                .intValue();
        Map<String, Object> asked = Map.of(
                "slug",
                "check-free",
                "domain",
                "check-free.example",
                "ports",
                Map.of("frontend", free, "backend", free + 1));

        for (int i = 0; i < 2; i++) {
            Answer answer = operator.post(CHECK, asked).expect(200);
            for (String field : List.of("slug", "domain", "ports")) {
                assertThat(answer.at(field + "/ok").booleanValue())
                        .as(answer.body())
                        .isTrue();
            }
        }
        operator.get("/api/tenants/check-free").expect(404);
    }

    @Test
    void a_slug_whose_local_name_another_tenant_has_is_not_free() {
        tenant("check-local", "check-wanted.localhost");

        assertThat(operator.post(CHECK, Map.of("slug", "check-wanted"))
                        .expect(200)
                        .text("slug/reason"))
                .isEqualTo("check-wanted.localhost belongs to check-local");
    }

    @Test
    void a_port_that_another_program_holds_is_not_free() throws IOException {
        int free = operator.get("/api/ports/next-available")
                .expect(200)
                .at("items/0/frontend")
                .intValue();
        try (ServerSocket other = new ServerSocket(free + 2, 1, InetAddress.getLoopbackAddress())) {
            assertThat(operator.post(CHECK, Map.of("ports", Map.of("frontend", free, "backend", free + 1)))
                            .expect(200)
                            .text("ports/reason"))
                    .isEqualTo("frontend port " + free + " and the three ports after it are not free");
        }
    }

    @Test
    void an_unusual_name_is_accepted_with_a_warning() {
        Answer answer = operator.post(CHECK, Map.of("domain", "printer.local")).expect(200);

        assertThat(answer.at("domain/ok").booleanValue()).isTrue();
        assertThat(answer.text("domain/warning")).isNotBlank();
    }

    @Test
    void a_tenant_called_check_is_still_found() {
        tenant("check", "check.example");

        assertThat(operator.get(CHECK).expect(200).text("slug")).isEqualTo("check");
    }

    @Test
    void a_directory_is_looked_at_for_admins_only(@TempDir Path directory) {
        SafeFiles.write(directory.resolve("tenant-app.yaml"), """
                apiVersion: tenantmgr/v1
                name: shop
                services: { backend: { command: ["./run"], health: /health } }
                routes: { "/": backend }
                env: { required: [ADMIN_EMAIL, MAIL_HOST] }
                """, "rw-r--r--");
        Map<String, Object> asked = source("directory", directory.toString());

        Answer refused = operator.post(CHECK, asked).expect(200);
        Answer seen = admin.post(CHECK, asked).expect(200);

        assertThat(refused.text("source/field")).isEqualTo("kind");
        assertThat(refused.text("source/reason")).isEqualTo("can be directory for admins only");
        assertThat(seen.at("source/ok").booleanValue()).as(seen.body()).isTrue();
        assertThat(seen.text("source/name")).isEqualTo("shop");
        assertThat(seen.at("source/required").toString()).isEqualTo("[\"ADMIN_EMAIL\",\"MAIL_HOST\"]");
    }

    @Test
    void the_default_source_is_looked_at_for_operators_too() {
        Answer answer = operator.post(CHECK, Map.of("core", true)).expect(200);

        assertThat(answer.at("source/ok").booleanValue()).as(answer.body()).isTrue();
        assertThat(answer.at("source/required").toString()).isEqualTo("[\"ADMIN_EMAIL\",\"GREETING\"]");
    }

    @Test
    void a_broken_manifest_is_told_with_its_line(@TempDir Path directory) {
        SafeFiles.write(directory.resolve("tenant-app.yaml"), "apiVersion: tenantmgr/v1\nname: [\n", "rw-r--r--");

        assertThat(admin.post(CHECK, source("directory", directory.toString()))
                        .expect(200)
                        .text("source/reason"))
                .contains("line ");
    }

    @Test
    void a_private_address_and_one_that_nobody_has_get_the_same_answer() {
        Answer hidden = operator.post(CHECK, source("git", "https://127.0.0.1:1/app.git"))
                .expect(200);
        Answer unknown = operator.post(CHECK, source("git", "https://nobody.invalid/app.git"))
                .expect(200);

        assertThat(hidden.text("source/reason"))
                .isEqualTo(unknown.text("source/reason"))
                .startsWith("cannot be reached");
        assertThat(hidden.text("source/field")).isEqualTo("location");
    }

    @Test
    void a_credential_that_is_not_stored_is_named() {
        assertThat(operator.post(
                                CHECK,
                                Map.of(
                                        "source",
                                        Map.of(
                                                "kind",
                                                "git",
                                                "location",
                                                "https://git.example/app.git",
                                                "credential",
                                                "nobodys")))
                        .expect(200)
                        .text("source/field"))
                .isEqualTo("credential");
    }

    @Test
    void a_source_is_looked_at_ten_times_a_minute() {
        Api busy = Api.as(Role.OPERATOR);
        Map<String, Object> asked = source("git", "https://127.0.0.1:1/app.git");
        for (int i = 0; i < 10; i++) {
            busy.post(CHECK, asked).expect(200);
        }

        Answer refused = busy.post(CHECK, asked).refuses(429, "request.too-many");

        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 61);
        busy.post(CHECK, Map.of("slug", "still-checked")).expect(200);
        TestClock.forward(Duration.ofSeconds(61));
        busy.post(CHECK, asked).expect(200);
    }

    private static Map<String, Object> source(String kind, String location) {
        return Map.of("source", Map.of("kind", kind, "location", location));
    }

    private void tenant(String slug, String domain) {
        operator.post("/api/tenants", Map.of("name", slug, "slug", slug, "domain", domain))
                .expect(201);
    }
}
