package ai.nominate.tenantmgr.tenantapi;

import static org.assertj.core.api.Assertions.assertThat;

import ai.nominate.tenantmgr.Api;
import ai.nominate.tenantmgr.Api.Answer;
import ai.nominate.tenantmgr.control.CutOffChanges;
import ai.nominate.tenantmgr.job.Permit;
import ai.nominate.tenantmgr.kernel.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Changes of a tenant that was never deployed: rows only. The product tests cover the visitors' view. */
@QuarkusTest
class TenantChangeTest {
    private final Api operator = Api.as(Role.OPERATOR);

    @Inject
    Pool pool;

    @Inject
    CutOffChanges cutOff;

    private String slug;
    private Answer made;

    @BeforeEach
    void a_tenant() {
        slug = "c" + UUID.randomUUID().toString().substring(0, 8);
        Map<String, Object> wanted = wanted();
        wanted.put("slug", slug);
        made = operator.post("/api/tenants", wanted).expect(201);
    }

    @Test
    void all_of_a_tenant_is_replaced_and_written_down() {
        Map<String, Object> wanted = wanted();
        wanted.put("name", "Renamed");
        wanted.put("domain", "New." + slug + ".example");
        wanted.put("aliases", List.of("www." + slug + ".example"));
        wanted.put("source", Map.of("kind", "git", "location", "https://git.example/app.git", "ref", "main"));

        change(wanted);

        Answer changed = operator.get(path()).expect(200);
        assertThat(changed.text("name")).isEqualTo("Renamed");
        assertThat(changed.text("domain")).isEqualTo("new." + slug + ".example");
        assertThat(changed.at("aliases").toString()).isEqualTo("[\"www." + slug + ".example\"]");
        assertThat(changed.text("hosts/0/host")).isEqualTo("new." + slug + ".example");
        assertThat(changed.text("hosts/0/kind")).isEqualTo("domain");
        assertThat(changed.text("hosts/1/kind")).isEqualTo("alias");
        assertThat(changed.text("source/ref")).isEqualTo("main");
        assertThat(changed.at("ports")).isEqualTo(made.at("ports"));
        Answer audit = operator.get("/api/audit?action=tenant.domain&tenant=" + made.text("id"))
                .expect(200);
        assertThat(audit.text("items/0/before/domain")).isEqualTo(slug + ".example");
        assertThat(audit.text("items/0/after/domain")).isEqualTo("new." + slug + ".example");
        change(wanted());
        assertThat(operator.get(path()).at("source").isNull()).isTrue();
        assertThat(operator.get(path()).at("aliases")).isEmpty();
    }

    @Test
    void notes_are_replaced_with_the_rest_and_belong_to_its_version() {
        Map<String, Object> wanted = wanted();
        wanted.put("timeZone", "Europe/Berlin");
        wanted.put("labels", List.of("pilot", "region:eu", "pilot"));
        wanted.put("notes", " Billing: ask Ms Stone\r\nsince March ");
        String tag = operator.get(path()).header("ETag");

        Answer changed = operator.put(path(), wanted).expect(200);

        assertThat(changed.text("timeZone")).isEqualTo("Europe/Berlin");
        assertThat(changed.at("labels").toString()).isEqualTo("[\"pilot\",\"region:eu\"]");
        assertThat(changed.text("notes")).isEqualTo("Billing: ask Ms Stone\nsince March");
        operator.with("If-Match", tag).put(path(), wanted).refuses(412, "request.precondition-failed");
        Answer audit = operator.get("/api/audit?action=tenant.change&tenant=" + made.text("id"))
                .expect(200);
        assertThat(audit.text("items/0/after/timeZone")).isEqualTo("Europe/Berlin");
        assertThat(audit.at("items/0/after/labels").toString()).isEqualTo("[\"pilot\",\"region:eu\"]");
        Answer cleared = operator.put(path(), wanted()).expect(200);
        assertThat(cleared.at("timeZone").isNull()).isTrue();
        assertThat(cleared.at("labels")).isEmpty();
        assertThat(cleared.at("notes").isNull()).isTrue();
    }

    @Test
    void a_change_of_host_names_brings_its_notes() {
        Map<String, Object> wanted = wanted();
        wanted.put("domain", "noted-" + slug + ".example");
        wanted.put("labels", List.of("moved"));
        wanted.put("timeZone", "Asia/Tokyo");

        change(wanted);

        assertThat(operator.get(path()).at("labels").toString()).isEqualTo("[\"moved\"]");
        assertThat(operator.get(path()).text("timeZone")).isEqualTo("Asia/Tokyo");
    }

    @Test
    void notes_that_break_a_rule_are_refused_with_the_field() {
        Map<String, Object> wanted = wanted();
        wanted.put("timeZone", "+02:00");
        wanted.put("labels", List.of("fine", "Not fine", "x".repeat(41)));
        wanted.put("notes", "x".repeat(4001));
        assertThat(operator.put(path(), wanted).refuses(400, "request.invalid").fields())
                .containsExactly("timeZone", "labels[1]", "labels[2]", "notes");
        wanted.put("timeZone", "Mars/Olympus");
        wanted.put(
                "labels",
                java.util.stream.IntStream.range(0, 21).mapToObj(i -> "l" + i).toList());
        wanted.put("notes", "bell \u0007");
        assertThat(operator.put(path(), wanted).refuses(400, "request.invalid").fields())
                .containsExactly("timeZone", "labels", "notes");
    }

    @Test
    void names_that_were_given_up_are_free_and_those_of_others_are_refused_with_the_field() {
        Map<String, Object> wanted = wanted();
        wanted.put("domain", "moved-" + slug + ".example");
        change(wanted);
        String other = "o" + slug.substring(1);
        operator.post("/api/tenants", Map.of("name", other, "slug", other, "domain", slug + ".example"))
                .expect(201);

        wanted.put("aliases", List.of("free-" + slug + ".example", slug + ".example"));
        assertThat(operator.put(path(), wanted)
                        .refuses(409, "tenant.host-taken")
                        .fields())
                .containsExactly("aliases[1]");
        wanted.put("aliases", List.of());
        wanted.put("domain", other + ".localhost");
        assertThat(operator.put(path(), wanted)
                        .refuses(409, "tenant.host-taken")
                        .fields())
                .containsExactly("domain");
        assertThat(operator.get(path()).text("domain")).isEqualTo("moved-" + slug + ".example");
        assertThat(operator.get(path()).at("aliases")).isEmpty();
    }

    @Test
    void what_is_not_valid_is_refused_with_every_field() {
        assertThat(operator.put(
                                path(),
                                Map.of(
                                        "name", "two\nlines",
                                        "domain", "no host",
                                        "aliases", List.of("-"),
                                        "source", Map.of("kind", "svn", "location", "x"),
                                        "ports", Map.of("frontend", 0, "backend", 70_000)))
                        .refuses(400, "request.invalid")
                        .fields())
                .containsExactly("name", "domain", "aliases[0]", "source.kind", "ports.frontend", "ports.backend");
        assertThat(operator.put(path(), "{}").refuses(400, "request.invalid").fields())
                .containsExactly("name", "domain");
        operator.put(path(), Map.of("slug", "another")).refuses(400, "request.invalid");
        operator.put("/api/tenants/nobody", wanted()).refuses(404, "tenant.unknown");
    }

    @Test
    void an_operator_may_leave_a_directory_that_an_admin_named_and_name_none() {
        Map<String, Object> wanted = wanted();
        wanted.put("source", Map.of("kind", "directory", "location", "/srv/" + slug));
        operator.put(path(), wanted).refuses(403, "tenant.source-forbidden");
        Api.admin().put(path(), wanted).expect(200);

        wanted.put("name", "Renamed");
        assertThat(operator.put(path(), wanted).expect(200).text("name")).isEqualTo("Renamed");
        wanted.put("source", Map.of("kind", "directory", "location", "/srv/elsewhere"));
        operator.put(path(), wanted).refuses(403, "tenant.source-forbidden");
    }

    @Test
    void other_ports_are_leased_and_the_old_ones_are_free() {
        int before = made.at("ports/frontend").intValue();
        Map<String, Object> wanted = wanted();
        wanted.put("ports", Map.of("frontend", 19_880, "backend", 19_881));
        Answer moved = operator.put(path(), wanted).expect(200);
        assertThat(moved.at("ports/standby/backend").intValue()).isEqualTo(19_883);

        wanted.put("ports", Map.of("frontend", before, "backend", before + 1));
        assertThat(operator.put(path(), wanted).expect(200).at("ports/frontend").intValue())
                .isEqualTo(before);
        wanted.put("ports", Map.of("frontend", before, "backend", before + 2));
        assertThat(operator.put(path(), wanted).refuses(400, "request.invalid").fields())
                .containsExactly("ports.backend");
        assertThat(operator.get(path()).at("ports/frontend").intValue()).isEqualTo(before);
    }

    @Test
    void names_that_a_killed_change_of_an_earlier_version_reserved_are_released_at_the_start() {
        String reserved = "reserved-" + slug + ".example";
        pool.preparedQuery(
                        "insert into tenant_host (host, tenant_id, kind) select $2, id, 'pending' from tenant where slug = $1")
                .execute(Tuple.of(slug, reserved))
                .await()
                .indefinitely();
        String other = "o" + slug.substring(1);
        Map<String, Object> wanting = Map.of("name", other, "slug", other, "domain", reserved);
        operator.post("/api/tenants", wanting).refuses(409, "tenant.host-taken");

        cutOff.begin(Permit.ALWAYS);

        operator.post("/api/tenants", wanting).expect(201);
    }

    @Test
    void a_change_of_names_is_a_run_of_kind_domain_that_leaves_a_draft_a_draft() {
        Map<String, Object> wanted = wanted();
        wanted.put("aliases", List.of("www." + slug + ".example"));

        Answer run = operator.ended(operator.put(path(), wanted));

        assertThat(run.text("kind")).isEqualTo("domain");
        assertThat(run.text("status")).isEqualTo("succeeded");
        assertThat(operator.get(path()).text("status")).isEqualTo("draft");
        assertThat(operator.get(path()).at("latestDeployment").isNull()).isTrue();
    }

    private void change(Map<String, Object> wanted) {
        assertThat(operator.ended(operator.put(path(), wanted)).text("status")).isEqualTo("succeeded");
    }

    private String path() {
        return "/api/tenants/" + slug;
    }

    private Map<String, Object> wanted() {
        return new HashMap<>(Map.of("name", "Tenant " + slug, "domain", slug + ".example"));
    }
}
