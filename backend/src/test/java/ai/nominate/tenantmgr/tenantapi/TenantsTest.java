package ai.nominate.tenantmgr.tenantapi;

import static org.assertj.core.api.Assertions.assertThat;

import ai.nominate.tenantmgr.Api;
import ai.nominate.tenantmgr.Api.Answer;
import ai.nominate.tenantmgr.kernel.Role;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

@QuarkusTest
class TenantsTest {
    private final Api operator = Api.as(Role.OPERATOR);
    private final Api admin = Api.admin();

    @Test
    void a_tenant_gets_ports_a_configuration_and_an_address() {
        Answer made = operator.post("/api/tenants", tenant("acme")).expect(201);

        String id = made.text("id");
        assertThat(made.header("Location")).endsWith("/api/tenants/" + id);
        assertThat(UUID.fromString(id).version()).isEqualTo(7);
        assertThat(made.text("status")).isEqualTo("draft");
        assertThat(made.text("health")).isEqualTo("unknown");
        int frontend = made.at("ports/frontend").intValue();
        assertThat(frontend).isBetween(16_000, 19_996);
        assertThat(made.at("ports/backend").intValue()).isEqualTo(frontend + 1);
        assertThat(made.at("ports/standby/frontend").intValue()).isEqualTo(frontend + 2);
        assertThat(made.at("ports/standby/backend").intValue()).isEqualTo(frontend + 3);
        assertThat(made.text("url")).contains("acme.localhost");
        assertThat(made.text("config/adminPassword/value")).hasSizeGreaterThan(12);
        assertThat(made.at("config/restartRequired").booleanValue()).isFalse();
        assertThat(made.text("slots/a/status")).isEqualTo("empty");
        assertThat(made.at("latestDeployment").isNull()).isTrue();
    }

    @Test
    void a_tenant_is_found_by_id_and_by_slug_and_its_password_is_not_shown_again() {
        Answer made = operator.post("/api/tenants", tenant("findme")).expect(201);

        Answer byId = operator.get("/api/tenants/" + made.text("id")).expect(200);
        Answer bySlug = operator.get("/api/tenants/findme").expect(200);

        assertThat(bySlug.json()).isEqualTo(byId.json());
        assertThat(byId.at("config/adminPassword/value").isNull()).isTrue();
        assertThat(byId.at("config/adminPassword/isSet").booleanValue()).isTrue();
        assertThat(byId.body()).doesNotContain(made.text("config/adminPassword/value"));
    }

    @Test
    void an_unknown_tenant_is_not_found_however_it_is_written() {
        for (String id :
                List.of("nobody", "00000000-0000-7000-8000-000000000000", "ACME", "%27%20or%201=1", "%F0%9F%98%80")) {
            operator.get("/api/tenants/" + id).refuses(404, "tenant.unknown");
        }
        for (String id : List.of("..%2F..", "a%00b")) {
            operator.get("/api/tenants/" + id).refuses(404, "request.not-found");
        }
    }

    @TestFactory
    Stream<DynamicTest> what_is_not_valid_is_refused_with_the_field() {
        String longest = "a".repeat(28);
        return Stream.of(
                        invalid("slug", "ab"),
                        invalid("slug", longest + "b"),
                        invalid("slug", "Acme"),
                        invalid("slug", "1acme"),
                        invalid("slug", "acme-"),
                        invalid("slug", "a--b"),
                        invalid("slug", "acme.example"),
                        invalid("slug", "acme/../x"),
                        invalid("slug", "acme;id"),
                        invalid("slug", "acme\n"),
                        invalid("slug", "аcme"),
                        invalid("slug", "acme$(id)"),
                        invalid("slug", ""),
                        invalid("name", ""),
                        invalid("name", "  "),
                        invalid("name", "x".repeat(101)),
                        invalid("name", "two\nlines"),
                        invalid("name", "turned\u202eround"),
                        invalid("name", "two\u2028lines"),
                        invalid("name", "in\u2066isolate"),
                        invalid("domain", "xn--a.com"),
                        invalid("domain", "paypаl.com"),
                        invalid("domain", "generation.invalid"),
                        invalid("domain", "http://acme.example"),
                        invalid("domain", "acme.example/x"),
                        invalid("domain", "acme..example"),
                        invalid("domain", "-acme.example"),
                        invalid("domain", "acme_x.example"),
                        invalid("domain", "*.acme.example"),
                        invalid("domain", "acme.example:80"),
                        invalid("domain", "acme.example;return 200"),
                        invalid("domain", "127.0.0.1"),
                        invalid("domain", "[::1]"),
                        invalid("domain", "a".repeat(64) + ".example"),
                        invalid("domain", "x.".repeat(127) + "example"),
                        invalid("domain", ""),
                        new Case("aliases", List.of("good.example", "bad host"), "aliases[1]"),
                        new Case("ports", Map.of("frontend", 80, "backend", 81), "ports.frontend"),
                        new Case("ports", Map.of("frontend", 16_001, "backend", 16_002), "ports.frontend"),
                        new Case("ports", Map.of("frontend", 20_000, "backend", 20_001), "ports.frontend"),
                        new Case("ports", Map.of("frontend", 16_400, "backend", 16_402), "ports.backend"),
                        new Case("ports", Map.of("frontend", 0, "backend", 1), "ports.frontend"),
                        new Case("ports", Map.of("frontend", 16_400), "ports.backend"),
                        source("git", "file:///etc", "source.location"),
                        source("git", "ext::sh -c id", "source.location"),
                        source("git", "--upload-pack=id", "source.location"),
                        source("git", "https://user:secret@example.org/x.git", "source.location"),
                        source("git", "http://example.org/x.git", "source.location"),
                        source("git", "https://example.org/x y", "source.location"),
                        source("git", "git@example.org", "source.location"),
                        source("directory", "relative/path", "source.location"),
                        source("directory", "/tmp/\u0000", "source.location"),
                        source("svn", "https://example.org/x", "source.kind"),
                        new Case(
                                "source",
                                Map.of("kind", "git", "location", "https://example.org/x.git", "ref", "--all"),
                                "source.ref"),
                        new Case("config", Map.of("adminEmail", "nobody"), "config.adminEmail"),
                        new Case("config", Map.of("env", Map.of("PATH", Map.of("value", "/x"))), "config.env.PATH"),
                        new Case("config", Map.of("env", Map.of("a-b", Map.of("value", "x"))), "config.env.a-b"))
                .map(each -> DynamicTest.dynamicTest(each.toString(), () -> {
                    Map<String, Object> body = tenant("refused");
                    body.put(each.member(), each.value());
                    Answer refused = admin.post("/api/tenants", body).refuses(400, "request.invalid");
                    assertThat(refused.fields()).as(refused.body()).containsExactly(each.field());
                    admin.get("/api/tenants/refused").expect(404);
                }));
    }

    @Test
    void all_that_is_wrong_comes_at_once() {
        Answer refused = operator.post("/api/tenants", "{}").refuses(400, "request.invalid");

        assertThat(refused.fields()).containsExactly("name", "slug", "domain");
    }

    @Test
    void what_is_missing_or_of_another_type_is_named_as_the_caller_wrote_it() {
        Map<String, Object> body = tenant("typed");
        body.put("aliases", "no.list.example");
        assertThat(operator.post("/api/tenants", body)
                        .refuses(400, "request.invalid")
                        .fields())
                .containsExactly("aliases");
        body.put("aliases", List.of());
        body.put("ports", Map.of("frontend", "many"));
        assertThat(operator.post("/api/tenants", body)
                        .refuses(400, "request.invalid")
                        .fields())
                .containsExactly("ports.frontend");
    }

    @Test
    void a_domain_is_kept_in_its_canonical_form() {
        Map<String, Object> body = tenant("canonical");
        body.put("domain", "BÜCHER.Example");

        assertThat(operator.post("/api/tenants", body).expect(201).text("domain"))
                .isEqualTo("xn--bcher-kva.example");
    }

    @Test
    void a_slug_belongs_to_one_tenant() {
        operator.post("/api/tenants", tenant("twice")).expect(201);
        Map<String, Object> second = tenant("twice");
        second.put("domain", "other.example");

        Answer refused = operator.post("/api/tenants", second).refuses(409, "tenant.slug-taken");

        assertThat(refused.fields()).containsExactly("slug");
    }

    @Test
    void a_host_name_belongs_to_one_tenant_be_it_domain_or_alias() {
        Map<String, Object> first = tenant("hosts-one");
        first.put("aliases", List.of("www.hosts.example"));
        operator.post("/api/tenants", first).expect(201);
        Map<String, Object> second = tenant("hosts-two");

        second.put("domain", "hosts-one.example");
        assertThat(operator.post("/api/tenants", second)
                        .refuses(409, "tenant.host-taken")
                        .fields())
                .containsExactly("domain");
        second.put("domain", "WWW.hosts.example");
        assertThat(operator.post("/api/tenants", second)
                        .refuses(409, "tenant.host-taken")
                        .fields())
                .containsExactly("domain");
        second.put("domain", "hosts-two.example");
        second.put("aliases", List.of("hosts-one.example"));
        assertThat(operator.post("/api/tenants", second)
                        .refuses(409, "tenant.host-taken")
                        .fields())
                .containsExactly("aliases[0]");
        operator.get("/api/tenants/hosts-two").expect(404);
    }

    @Test
    void ports_may_be_named_and_belong_to_one_tenant() {
        Map<String, Object> first = tenant("ports-one");
        first.put("ports", Map.of("frontend", 19_900, "backend", 19_901));
        Map<String, Object> second = tenant("ports-two");
        second.put("ports", Map.of("frontend", 19_900, "backend", 19_901));

        assertThat(operator.post("/api/tenants", first)
                        .expect(201)
                        .at("ports/frontend")
                        .intValue())
                .isEqualTo(19_900);
        assertThat(operator.post("/api/tenants", second).expect(409).fields()).containsExactly("ports.frontend");
        operator.get("/api/tenants/ports-two").expect(404);
    }

    @Test
    void a_directory_on_the_server_is_for_admins() {
        Map<String, Object> body = tenant("directory");
        body.put("source", Map.of("kind", "directory", "location", "/srv/app"));

        operator.post("/api/tenants", body).refuses(403, "tenant.source-forbidden");

        assertThat(admin.post("/api/tenants", body).expect(201).text("source/location"))
                .isEqualTo("/srv/app");
    }

    @Test
    void two_hundred_tenants_made_by_sixteen_at_once_share_no_port_and_no_name() throws Exception {
        List<Answer> answers = new ArrayList<>();
        try (var callers = Executors.newFixedThreadPool(16)) {
            List<Callable<Answer>> calls = IntStream.range(0, 200)
                    .<Callable<Answer>>mapToObj(i ->
                            () -> operator.post("/api/tenants", tenant("crowd-%03d".formatted(i % 190))))
                    .toList();
            for (var asked : callers.invokeAll(calls)) {
                answers.add(asked.resultNow());
            }
        }

        List<Answer> made =
                answers.stream().filter(answer -> answer.status() == 201).toList();
        assertThat(made).hasSize(190);
        answers.stream()
                .filter(answer -> answer.status() != 201)
                .forEach(answer -> answer.refuses(409, "tenant.slug-taken"));
        assertThat(made).extracting(answer -> answer.text("slug")).doesNotHaveDuplicates();
        assertThat(made.stream().flatMap(TenantsTest::ports).toList())
                .hasSize(4 * 190)
                .doesNotHaveDuplicates();
    }

    private static Stream<Integer> ports(Answer made) {
        return Stream.of("frontend", "backend", "standby/frontend", "standby/backend")
                .map(port -> made.at("ports/" + port).intValue());
    }

    static Map<String, Object> tenant(String slug) {
        return new HashMap<>(Map.of("name", "Tenant " + slug, "slug", slug, "domain", slug + ".example"));
    }

    private static Case invalid(String field, String value) {
        return new Case(field, value, field);
    }

    private static Case source(String kind, String location, String field) {
        return new Case("source", Map.of("kind", kind, "location", location), field);
    }

    private record Case(String member, Object value, String field) {
        @Override
        public String toString() {
            String text = String.valueOf(value).replaceAll("\\p{C}", "?");
            return member + " " + (text.length() > 40 ? text.substring(0, 40) + "…" : text);
        }
    }
}
