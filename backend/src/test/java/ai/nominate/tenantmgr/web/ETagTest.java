package ai.nominate.tenantmgr.web;

import ai.nominate.tenantmgr.Api.Answer;
import ai.nominate.tenantmgr.Api;
import ai.nominate.tenantmgr.kernel.Role;


import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** A change based on outdated data does not overwrite another change. */
@QuarkusTest
class ETagTest {
    private static final String WATCH = "/api/settings/deployment.watchTime";
    private final Api admin = Api.admin();
    private String tenant;

    @BeforeEach
    void a_tenant() {
        String slug = "e" + UUID.randomUUID().toString().substring(0, 8);
        Api.as(Role.OPERATOR)
                .post("/api/tenants", Map.of("name", slug, "slug", slug, "domain", slug + ".example"))
                .expect(201);
        tenant = "/api/tenants/" + slug;
    }

    @Test
    void what_has_not_changed_is_not_sent_again() {
        for (String path : List.of(tenant, tenant + "/config", WATCH)) {
            String etag = admin.get(path).expect(200).header("ETag");
            assertThat(etag).matches("\"[A-Za-z0-9_-]{16}\\.[A-Za-z0-9_-]{16}\"");

            for (String known : List.of(etag, "W/" + etag, "\"other\", " + etag, "*")) {
                Answer same = admin.with("If-None-Match", known).get(path).expect(304);
                assertThat(same.header("ETag")).isEqualTo(etag);
                assertThat(same.body()).isEmpty();
            }
            admin.with("If-None-Match", "\"other\"").get(path).expect(200);
        }
    }

    @Test
    void a_change_under_an_old_state_is_refused_and_changes_nothing() {
        String config = tenant + "/config";
        for (Change change : List.of(
                new Change(config, Map.of("adminUsername", "first"), Map.of("adminUsername", "second")),
                new Change(WATCH, Map.of("value", "3s"), Map.of("value", "4s")))) {
            String old = admin.get(change.path()).header("ETag");
            Answer first = admin.with("If-Match", old)
                    .put(change.path(), change.first())
                    .expect(200);
            assertThat(first.header("ETag")).isNotEqualTo(old);

            admin.with("If-Match", old).put(change.path(), change.second()).refuses(412, "request.precondition-failed");

            assertThat(admin.get(change.path()).json()).isEqualTo(first.json());
            admin.with("If-Match", first.header("ETag"))
                    .put(change.path(), change.second())
                    .expect(200);
            admin.with("If-Match", "*").put(change.path(), change.first()).expect(200);
            admin.put(change.path(), change.first()).expect(200);
        }
        admin.put(WATCH, Collections.singletonMap("value", null)).expect(200);
    }

    @Test
    void what_a_change_does_not_touch_does_not_refuse_it() {
        String tag = admin.get(tenant).header("ETag").split("\\.")[0];
        admin.put(tenant + "/config", Map.of("adminUsername", "another")).expect(200);

        Answer after = admin.get(tenant).expect(200);
        assertThat(after.header("ETag")).startsWith(tag + ".");
        admin.with("If-None-Match", after.header("ETag")).get(tenant).expect(304);
    }

    @Test
    void of_many_with_the_same_state_one_wins() throws Exception {
        for (String path : List.of(tenant + "/config", WATCH)) {
            Api known = admin.with("If-Match", admin.get(path).header("ETag"));
            List<Callable<Answer>> calls = IntStream.range(10, 26)
                    .mapToObj(each -> (Callable<Answer>) () -> path.equals(WATCH)
                            ? known.put(path, Map.of("value", each + "s"))
                            : known.put(path, Map.of("adminUsername", "user" + each)))
                    .toList();
            List<Integer> statuses = new ArrayList<>();
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                for (Future<Answer> future : threads.invokeAll(calls)) {
                    statuses.add(future.get().status());
                }
            }
            assertThat(statuses).as(path).containsOnlyOnce(200).allMatch(status -> status == 200 || status == 412);
        }
        admin.put(WATCH, Collections.singletonMap("value", null)).expect(200);
    }

    @Test
    void a_weak_etag_never_matches() {
        String etag = admin.get(WATCH).header("ETag");

        admin.with("If-Match", "W/" + etag)
                .put(WATCH, Map.of("value", "3s"))
                .refuses(412, "request.precondition-failed");
    }

    @TestFactory
    Stream<DynamicTest> a_condition_that_is_none_is_refused() {
        return Stream.of("abc", "\"open", "\"a\" \"b\"", "\"a\",", "*, \"a\"")
                .map(bad -> DynamicTest.dynamicTest(
                        "<" + bad + ">",
                        () -> assertThat(admin.with("If-Match", bad)
                                        .put(WATCH, Map.of("value", "3s"))
                                        .refuses(400, "request.invalid")
                                        .fields())
                                .containsExactly("If-Match")));
    }

    private record Change(String path, Map<String, String> first, Map<String, String> second) {}
}
