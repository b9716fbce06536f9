package ai.nominate.tenantmgr.tenantapi;

import static ai.nominate.tenantmgr.host.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import ai.nominate.tenantmgr.Api;
import ai.nominate.tenantmgr.host.postgres.StatementLog;
import ai.nominate.tenantmgr.host.postgres.StatementLog.Statement;
import ai.nominate.tenantmgr.host.postgres.TestCrowd;
import ai.nominate.tenantmgr.kernel.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Ten thousand tenants are listed like a hundred: with the same number of statements, each using an index. */
@QuarkusTest
@TestProfile(CrowdTest.Alone.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CrowdTest {
    private static final int FEW = 100;
    private static final int MANY = 10_000;
    private static final int COUNT_AND_PAGE = 2;
    /** Who asks, and the log of requests, which is written later, several at once. */
    private static final List<String> OTHERS = List.of(
            "from app_user u join refresh_family f", "insert into log_entry", "pg_advisory_xact_lock(1702257006, 2)");

    private final Map<String, List<Statement>> withFew = new LinkedHashMap<>();
    private final Map<String, List<Statement>> withMany = new LinkedHashMap<>();
    private final Api viewer = Api.as(Role.VIEWER);
    private StatementLog log;

    /** A separate application and database. */
    public static final class Alone implements QuarkusTestProfile {}

    /** The requests, by name. */
    private static Map<String, String> queries(int tenants) {
        Map<String, String> queries = new LinkedHashMap<>();
        queries.put("the first page", "");
        queries.put("a large page", "size=200");
        queries.put("a page in the middle", "page=" + tenants / 40);
        queries.put("the last page", "page=" + (tenants / 20 - 1));
        queries.put("a page behind the last", "page=1000000&size=200");
        queries.put("a status", "status=failed");
        queries.put("the last page of a status", "status=failed&size=2&page=" + (tenants / 100 - 1));
        queries.put("a health", "health=unhealthy");
        queries.put("a search", "search=crowd-0009");
        queries.put("a search in names", "search=company%2077");
        queries.put("a search that finds nothing", "search=nobody-has-this");
        for (String field : List.of("name", "slug", "domain", "status", "health", "createdAt")) {
            queries.put("sorted by " + field, "sort=" + field);
            queries.put("sorted by " + field + " from the end", "sort=-" + field);
            queries.put("the last page by " + field, "sort=" + field + "&page=" + (tenants / 20 - 1));
        }
        return queries;
    }

    @BeforeAll
    void a_hundred_and_then_ten_thousand() {
        log = new StatementLog();
        TestCrowd.add(1, FEW);
        eventually("PostgreSQL logs statements", () -> !statements("").isEmpty());
        queries(FEW).forEach((name, query) -> withFew.put(name, statements(query)));
        TestCrowd.add(FEW + 1, MANY);
        queries(MANY).forEach((name, query) -> withMany.put(name, statements(query)));
    }

    @AfterAll
    void no_more_statements() {
        log.close();
    }

    @Test
    void a_page_takes_as_many_statements_whatever_the_size() {
        assertThat(withFew).hasSize(29);
        withFew.forEach((name, statements) -> {
            assertThat(statements).as(name).hasSize(COUNT_AND_PAGE);
            assertThat(withMany.get(name)).as(name).hasSameSizeAs(statements);
        });
    }

    @Test
    void no_page_is_found_by_reading_all_tenants() {
        withMany.forEach((name, statements) -> statements.forEach(statement -> assertThat(statement.plan())
                .as("%s: %s", name, statement)
                .doesNotContainPattern(
                        "\"Seq Scan\",[^}]*\"Relation Name\": \"(tenant|tenant_host|port_block|deployment)\"")));
    }

    @Test
    void the_last_page_is_walked_to_from_the_other_end() {
        assertThat(withMany.get("the last page").getLast().parameters()).containsExactly("'20'", "'0'");
        assertThat(withMany.get("a page behind the last").getLast().parameters())
                .containsExactly("'0'", "'0'");
    }

    @Test
    void the_pages_of_an_order_are_all_tenants_once() {
        for (String sort : List.of("name", "-status", "health", "-createdAt")) {
            Set<String> seen = new LinkedHashSet<>();
            List<String> pages = new ArrayList<>();
            for (int page = 0; page < MANY / 200; page++) {
                viewer.get("/api/tenants?size=200&sort=" + sort + "&page=" + page)
                        .expect(200)
                        .at("items")
                        .forEach(item -> seen.add(item.path("slug").asText()));
                pages.add(page + ": " + seen.size());
            }
            assertThat(seen).as("%s, %s", sort, pages).hasSize(MANY);
        }
    }

    @Test
    void what_a_filter_or_a_search_finds_is_counted_over_all_pages() {
        assertThat(total("")).isEqualTo(MANY);
        assertThat(total("status=failed")).isEqualTo(MANY / 50);
        assertThat(total("health=unhealthy")).isEqualTo(MANY / 40);
        assertThat(total("search=CROWD-0009")).isEqualTo(10);
        assertThat(total("search=shop-777.crowd")).isEqualTo(1);
        assertThat(total("status=failed&search=company")).isEqualTo(MANY / 50);
    }

    private int total(String query) {
        return viewer.get("/api/tenants?" + query).expect(200).at("total").asInt();
    }

    private List<Statement> statements(String query) {
        return log.duringEach(() -> viewer.get("/api/tenants?" + query).expect(200)).stream()
                .filter(statement -> OTHERS.stream().noneMatch(statement.sql()::contains))
                .toList();
    }
}
