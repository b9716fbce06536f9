package ai.nominate.tenantmgr.tenantapi;

import static org.assertj.core.api.Assertions.assertThat;

import ai.nominate.tenantmgr.Api;
import ai.nominate.tenantmgr.Api.Answer;
import ai.nominate.tenantmgr.kernel.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Lists of tenants with names that no other test uses, so that searches find only these. */
@QuarkusTest
class TenantListTest {
    @Inject
    Pool pool;

    private final Api viewer = Api.as(Role.VIEWER);

    @BeforeEach
    void four_tenants() {
        for (String slug : List.of("listed-delta", "listed-alpha", "listed-charlie", "listed-bravo")) {
            Map<String, Object> body = TenantsTest.tenant(slug);
            body.put("labels", List.of("listed", "kind:" + slug.charAt(7)));
            body.put("name", "100% " + slug.toUpperCase(java.util.Locale.ROOT));
            assertThat(Api.admin().post("/api/tenants", body).status()).isIn(201, 409);
        }
    }

    @Test
    void the_newest_comes_first() {
        assertThat(slugs("search=listed-"))
                .containsExactly("listed-bravo", "listed-charlie", "listed-alpha", "listed-delta");
    }

    @Test
    void they_are_sorted_by_a_field_up_or_down() {
        assertThat(slugs("search=listed-&sort=slug"))
                .containsExactly("listed-alpha", "listed-bravo", "listed-charlie", "listed-delta");
        assertThat(slugs("search=listed-&sort=-domain"))
                .containsExactly("listed-delta", "listed-charlie", "listed-bravo", "listed-alpha");
        for (String field : List.of("name", "status", "health", "attention", "createdAt")) {
            assertThat(slugs("search=listed-&sort=" + field)).hasSize(4);
        }
    }

    @Test
    void pages_are_cut_where_the_caller_says() {
        Answer page = viewer.get("/api/tenants?search=listed-&sort=slug&page=1&size=3")
                .expect(200);

        assertThat(page.at("items/0/slug").asText()).isEqualTo("listed-delta");
        assertThat(page.at("items")).hasSize(1);
        assertThat(page.at("page").intValue()).isEqualTo(1);
        assertThat(page.at("size").intValue()).isEqualTo(3);
        assertThat(page.at("total").intValue()).isEqualTo(4);
        assertThat(slugs("search=listed-&page=1000000&size=200")).isEmpty();
    }

    @Test
    void name_slug_and_domain_are_searched_in_any_case_and_literally() {
        assertThat(slugs("search=LISTED-ALPHA")).containsExactly("listed-alpha");
        assertThat(slugs("search=alpha.example")).containsExactly("listed-alpha");
        assertThat(slugs("search=100%25%20listed-a")).containsExactly("listed-alpha");
        assertThat(slugs("search=%25")).hasSize(4);
        assertThat(slugs("search=listed_alpha")).isEmpty();
        assertThat(slugs("search=!")).isEmpty();
        assertThat(slugs("search=%27%20or%20%271%27=%271")).isEmpty();
    }

    @Test
    void each_says_when_it_was_last_proven_restorable() {
        assertThat(viewer.get("/api/tenants/listed-alpha").at("provenAt").isNull())
                .isTrue();
        backup("listed-alpha", "complete", "proven", "2026-03-01T04:00:00Z");
        backup("listed-alpha", "complete", "proven", "2026-02-01T04:00:00Z");
        backup("listed-alpha", "complete", "untried", "2026-03-03T04:00:00Z");
        backup("listed-alpha", "deleted", "proven", "2026-03-02T04:00:00Z");
        try {
            assertThat(viewer.get("/api/tenants/listed-alpha").text("provenAt")).isEqualTo("2026-03-01T04:00:00Z");
            Answer list = viewer.get("/api/tenants?search=listed-&sort=slug").expect(200);
            assertThat(list.text("items/0/provenAt")).isEqualTo("2026-03-01T04:00:00Z");
            assertThat(list.at("items/1/provenAt").isNull()).isTrue();
        } finally {
            pool.query("delete from backup where slug = 'listed-alpha'").executeAndAwait();
        }
    }

    private void backup(String slug, String state, String verdict, String provenAt) {
        pool.preparedQuery("""
                        insert into backup (id, tenant_id, slug, server_id, run_id, state, reason, requested_by, created_at, storage, place,
                            proof_verdict, proof_level, proof_at)
                        select gen_random_uuid(), id, slug, server_id, gen_random_uuid(), $2, 'manual', 'test', now(), 'local', 'none', $3,
                            'L3', $4 from tenant where slug = $1""").executeAndAwait(Tuple.of(slug, state, verdict, OffsetDateTime.parse(provenAt)));
    }

    @Test
    void they_are_filtered_by_status_and_health() {
        assertThat(slugs("search=listed-&status=draft&health=unknown")).hasSize(4);
        assertThat(slugs("search=listed-&status=active")).isEmpty();
        assertThat(slugs("search=listed-&health=healthy")).isEmpty();
    }

    @Test
    void they_are_filtered_by_label_and_counted_by_it() {
        assertThat(slugs("label=listed&sort=slug"))
                .containsExactly("listed-alpha", "listed-bravo", "listed-charlie", "listed-delta");
        assertThat(slugs("label=kind:a")).containsExactly("listed-alpha");
        assertThat(viewer.get("/api/tenants?label=kind:a&size=1").at("total").intValue())
                .isEqualTo(1);
        assertThat(slugs("label=nothing")).isEmpty();
        List<String> used = new ArrayList<>();
        viewer.get("/api/labels?size=200")
                .expect(200)
                .at("items")
                .forEach(item -> used.add(
                        item.get("label").asText() + " " + item.get("tenants").asInt()));
        assertThat(used).contains("listed 4", "kind:a 1");
    }

    @Test
    void failed_and_unhealthy_ones_come_first_when_asked_for() {
        pool.query("update tenant set health = 'degraded' where slug = 'listed-delta'")
                .executeAndAwait();
        pool.query("update tenant set health = 'unhealthy' where slug = 'listed-charlie'")
                .executeAndAwait();
        try {
            assertThat(slugs("search=listed-&sort=attention"))
                    .containsExactly("listed-charlie", "listed-delta", "listed-alpha", "listed-bravo");
            assertThat(slugs("search=listed-&sort=-attention").getLast()).isEqualTo("listed-charlie");
        } finally {
            pool.query("update tenant set health = 'unknown' where slug like 'listed-%'")
                    .executeAndAwait();
        }
    }

    @Test
    void an_item_tells_its_slots_and_labels() {
        Answer page = viewer.get("/api/tenants?search=listed-alpha").expect(200);

        assertThat(page.at("items/0/labels").toString()).isEqualTo("[\"listed\",\"kind:a\"]");
        assertThat(page.at("items/0/slots/live").isNull()).isTrue();
        assertThat(page.text("items/0/slots/a/status")).isEqualTo("empty");
        assertThat(page.text("items/0/slots/b/status")).isEqualTo("empty");
    }

    @Test
    void an_item_says_what_a_list_shows() {
        Answer page = viewer.get("/api/tenants?search=listed-alpha").expect(200);

        List<String> names = new ArrayList<>();
        page.at("items/0").fieldNames().forEachRemaining(names::add);
        assertThat(names)
                .contains(
                        "id",
                        "slug",
                        "name",
                        "domain",
                        "status",
                        "health",
                        "ports",
                        "labels",
                        "slots",
                        "url",
                        "lastDeployment",
                        "createdAt");
    }

    @Test
    void what_cannot_be_meant_is_refused_with_the_parameter() {
        Map.ofEntries(
                        Map.entry("page=-1", "page"),
                        Map.entry("page=x", "page"),
                        Map.entry("size=0", "size"),
                        Map.entry("size=201", "size"),
                        Map.entry("size=1e2", "size"),
                        Map.entry("status=gone", "status"),
                        Map.entry("health=fine", "health"),
                        Map.entry("sort=password_hash", "sort"),
                        Map.entry("sort=slug,name", "sort"),
                        Map.entry("label=Not%20a%20label", "label"),
                        Map.entry("search=" + "x".repeat(201), "search"))
                .forEach((query, parameter) -> assertThat(viewer.get("/api/tenants?" + query)
                                .refuses(400, "request.invalid")
                                .fields())
                        .containsExactly(parameter));
        assertThat(viewer.get("/api/tenants?page=x&size=x")
                        .refuses(400, "request.invalid")
                        .fields())
                .containsExactly("page", "size");
    }

    private List<String> slugs(String query) {
        List<String> slugs = new ArrayList<>();
        viewer.get("/api/tenants?" + query)
                .expect(200)
                .at("items")
                .forEach(item -> slugs.add(item.get("slug").asText()));
        return slugs;
    }
}
