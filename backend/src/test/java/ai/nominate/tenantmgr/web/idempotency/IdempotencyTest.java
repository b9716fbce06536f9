package ai.nominate.tenantmgr.web.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.nominate.tenantmgr.Api;
import ai.nominate.tenantmgr.Api.Answer;
import ai.nominate.tenantmgr.TestClock;
import ai.nominate.tenantmgr.auth.People;
import ai.nominate.tenantmgr.job.Reactive;
import ai.nominate.tenantmgr.kernel.ProblemException;
import ai.nominate.tenantmgr.kernel.Role;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A request repeated with the same key takes effect once, and gets the first answer again. */
@QuarkusTest
class IdempotencyTest {
    private static final String WATCH = "/api/settings/deployment.watchTime";
    private final AgroalDataSource database;
    private final IdempotentRequests attempts;
    private final String key = UUID.randomUUID().toString();
    private final String slug = "i" + key.substring(0, 8);
    private final Api operator = Api.as(Role.OPERATOR).with("Idempotency-Key", key);
    private final Api admin = Api.admin().with("Idempotency-Key", key);

    IdempotencyTest(AgroalDataSource database, IdempotentRequests attempts) {
        this.database = database;
        this.attempts = attempts;
    }

    private Map<String, String> tenant() {
        return Map.of("name", slug, "slug", slug, "domain", slug + ".example");
    }

    @Test
    void a_re_created_user_does_not_get_the_answers_of_the_earlier_account() {
        Map<String, String> account =
                Map.of("username", "again-" + slug, "password", People.PASSWORD, "role", "operator");
        String first = Api.admin().post("/api/users", account).expect(201).text("id");
        signedIn(account).post("/api/tenants", tenant()).expect(201);
        Api.admin().send("DELETE", "/api/users/" + first, null).expect(204);
        Api.admin().post("/api/users", account).expect(201);

        signedIn(account).post("/api/tenants", tenant()).refuses(409, "tenant.slug-taken");
    }

    private Api signedIn(Map<String, String> account) {
        String token = People.login(Api.anonymous(), account.get("username"), account.get("password"))
                .expect(200)
                .text("accessToken");
        return People.bearer(token).with("Idempotency-Key", key);
    }

    @Test
    void a_repeated_request_is_answered_as_the_first_was() {
        Answer first = operator.post("/api/tenants", tenant()).expect(201);
        Answer again = operator.post("/api/tenants", tenant()).expect(201);

        assertThat(again.body()).isEqualTo(first.body());
        for (String header : List.of("Location", "ETag", "Content-Type")) {
            assertThat(again.header(header)).isNotBlank().isEqualTo(first.header(header));
        }
        assertThat(first.header("Idempotent-Replay")).isEmpty();
        assertThat(again.header("Idempotent-Replay")).isEqualTo("true");
        assertThat(again.header("X-Request-Id")).isNotEqualTo(first.header("X-Request-Id"));
    }

    @Test
    void a_password_that_is_shown_once_is_shown_again_and_lies_nowhere_readable() throws SQLException {
        Answer first = operator.post("/api/tenants", tenant()).expect(201);
        String password = first.text("config/adminPassword/value");

        assertThat(operator.post("/api/tenants", tenant()).text("config/adminPassword/value"))
                .isEqualTo(password)
                .hasSizeGreaterThan(10);
        try (var connection = database.getConnection();
                var rows = connection.createStatement().executeQuery("select r::text from idempotent_request r")) {
            while (rows.next()) {
                assertThat(rows.getString(1)).doesNotContain(password, slug, key);
            }
        }
    }

    @Test
    void a_refusal_is_repeated_too() {
        Api.as(Role.OPERATOR).post("/api/tenants", tenant()).expect(201);
        Answer first = operator.post("/api/tenants", tenant()).refuses(409, "tenant.slug-taken");
        Answer again = operator.post("/api/tenants", tenant()).refuses(409, "tenant.slug-taken");

        assertThat(again.text("instance")).isEqualTo(first.text("instance"));
        assertThat(again.header("Idempotent-Replay")).isEqualTo("true");
    }

    @Test
    void another_body_or_query_under_the_same_key_is_refused() {
        admin.put(WATCH, "{\"value\": null}").expect(200);
        admin.put(WATCH, "{\"value\": \"7s\"}").refuses(422, "request.idempotency-mismatch");
        admin.put(WATCH + "?x=1", "{\"value\": null}").refuses(422, "request.idempotency-mismatch");
    }

    @Test
    void a_key_belongs_to_its_caller_and_its_path() {
        operator.post("/api/tenants", tenant()).expect(201);

        admin.post("/api/tenants", tenant()).refuses(409, "tenant.slug-taken");
        assertThat(operator.put("/api/tenants/" + slug + "/config", "{}")
                        .expect(200)
                        .header("Idempotent-Replay"))
                .isEmpty();
    }

    @Test
    void who_may_not_is_refused_whatever_the_key_has_seen() {
        admin.put(WATCH, "{\"value\": null}").expect(200);

        Api.as(Role.VIEWER)
                .with("Idempotency-Key", key)
                .put(WATCH, "{\"value\": null}")
                .refuses(403, "request.forbidden");
        Api.anonymous()
                .with("Idempotency-Key", key)
                .put(WATCH, "{\"value\": null}")
                .refuses(401, "request.unauthenticated");
    }

    @Test
    void a_key_of_another_shape_is_refused() {
        for (String bad : List.of("", " ", "a b", "x".repeat(256), "tab\tin")) {
            assertThat(Api.admin()
                            .with("Idempotency-Key", bad)
                            .put(WATCH, "{\"value\": null}")
                            .refuses(400, "request.invalid")
                            .fields())
                    .as(bad)
                    .containsExactly("Idempotency-Key");
        }
        Api.admin()
                .with("Idempotency-Key", "x" + key)
                .with("Idempotency-Key", "y" + key)
                .put(WATCH, "{\"value\": null}")
                .refuses(400, "request.invalid");
        Api.admin()
                .with("Idempotency-Key", key + "~".repeat(200))
                .put(WATCH, "{\"value\": null}")
                .expect(200);
    }

    @Test
    void of_many_at_once_one_happens() throws Exception {
        List<Callable<Answer>> calls = IntStream.range(0, 16)
                .mapToObj(each -> (Callable<Answer>) () -> operator.post("/api/tenants", tenant()))
                .toList();
        List<Answer> answers = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Answer> future : threads.invokeAll(calls)) {
                answers.add(future.get());
            }
        }

        assertThat(answers)
                .allMatch(answer -> answer.status() == 201
                        || answer.status() == 409 && answer.text("code").equals("request.in-progress"));
        assertThat(answers)
                .filteredOn(answer -> answer.status() == 201
                        && answer.header("Idempotent-Replay").isEmpty())
                .hasSize(1);
        assertThat(operator.post("/api/tenants", tenant()).header("Idempotent-Replay"))
                .isEqualTo("true");
    }

    @Test
    void while_the_first_is_under_way_the_second_is_told_to_wait() throws Exception {
        CompletableFuture<Answer> first;
        try (Connection lock = database.getConnection()) {
            lock.setAutoCommit(false);
            lock.createStatement()
                    .execute("select pg_advisory_xact_lock(hashtextextended('setting/deployment.watchTime', 0))");
            first = CompletableFuture.supplyAsync(() -> admin.put(WATCH, "{\"value\": \"6s\"}"));
            awaitBegun();

            Answer second = admin.put(WATCH, "{\"value\": \"6s\"}").refuses(409, "request.in-progress");
            assertThat(second.header("Retry-After")).isEqualTo("1");
            lock.rollback();
        }

        first.get().expect(200);
        Answer again = admin.put(WATCH, "{\"value\": \"6s\"}").expect(200);
        assertThat(again.body()).isEqualTo(first.get().body());
        assertThat(again.header("Idempotent-Replay")).isEqualTo("true");
        Api.admin().put(WATCH, "{\"value\": null}").expect(200);
    }

    /** The first request is at its change when it waits for the lock. */
    private void awaitBegun() throws SQLException {
        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!isWaiting()) {
            assertThat(System.nanoTime()).as("the first request begins").isLessThan(deadline);
        }
    }

    @Test
    void what_ended_in_a_fault_may_be_repeated() throws SQLException {
        change("alter table setting rename to setting_away");
        try {
            admin.put(WATCH, "{\"value\": null}").expect(500);
        } finally {
            change("alter table setting_away rename to setting");
        }

        assertThat(admin.put(WATCH, "{\"value\": null}").expect(200).header("Idempotent-Replay"))
                .isEmpty();
    }

    @Test
    void a_manager_that_died_after_the_change_leaves_no_second_one() throws SQLException {
        operator.post("/api/tenants", tenant()).expect(201);
        change("update idempotent_request set answer = null, alive_until = now() - interval '1 minute'"
                + " where begun_at = (select max(begun_at) from idempotent_request)");

        operator.post("/api/tenants", tenant()).refuses(409, "request.answer-lost");
    }

    @Test
    void a_manager_that_died_before_the_change_leaves_the_key_free() throws SQLException {
        admin.put(WATCH, "{\"value\": null}").expect(200);
        change(
                "update idempotent_request set answer = null, effective = false, alive_until = now() - interval '1 minute'"
                        + " where begun_at = (select max(begun_at) from idempotent_request)");

        assertThat(admin.put(WATCH, "{\"value\": null}").expect(200).header("Idempotent-Replay"))
                .isEmpty();
    }

    @Test
    void a_try_that_was_taken_over_changes_nothing() {
        UUID another = UUID.randomUUID();

        assertThatThrownBy(() -> Reactive.transaction(() -> IdempotentRequests.markEffective(another)))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void a_key_is_forgotten_after_a_day() throws SQLException {
        admin.put(WATCH, "{\"value\": null}").expect(200);
        TestClock.forward(Duration.ofHours(25));
        Api admin = Api.admin().with("Idempotency-Key", key);

        assertThat(admin.put(WATCH, "{\"value\": \"5s\"}").expect(200).header("Idempotent-Replay"))
                .isEmpty();
        TestClock.forward(Duration.ofHours(25));
        Reactive.await(attempts::prune);
        assertThat(rows()).isZero();
        Api.admin().put(WATCH, "{\"value\": null}").expect(200);
    }

    @Test
    void sessions_and_reads_take_no_key() throws SQLException {
        int before = rows();
        operator.get("/api/tenants").expect(200);
        operator.post("/api/auth/login", Map.of("username", "nobody", "password", "nothing"))
                .expect(401);

        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void an_order_that_runs_on_a_thread_of_its_own_is_kept_too() {
        operator.post("/api/tenants/unknown/stop", "").refuses(404, "tenant.unknown");

        assertThat(operator.post("/api/tenants/unknown/stop", "").header("Idempotent-Replay"))
                .isEqualTo("true");
    }

    private int rows() throws SQLException {
        try (var connection = database.getConnection();
                var rows = connection.createStatement().executeQuery("select count(*) from idempotent_request")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private boolean isWaiting() throws SQLException {
        try (var connection = database.getConnection();
                var rows = connection
                        .createStatement()
                        .executeQuery("select 1 from pg_stat_activity where wait_event = 'advisory'")) {
            return rows.next();
        }
    }

    private void change(String statement) throws SQLException {
        try (var connection = database.getConnection()) {
            connection.createStatement().executeUpdate(statement);
        }
    }
}
