package ai.nominate.tenantmgr.tenantapi;

import static org.assertj.core.api.Assertions.assertThat;

import ai.nominate.tenantmgr.Api;
import ai.nominate.tenantmgr.Api.Answer;
import ai.nominate.tenantmgr.kernel.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every state of a tenant against every operation. States are set by SQL, so that each can be reached directly. */
@QuarkusTest
class TenantMovesTest {
    private static final List<String> STATES = List.of("draft", "deploying", "active", "stopped", "failed", "deleting");
    private static final Set<String> AT_REST = Set.of("draft", "active", "stopped", "failed");
    private static final Set<String> BUSY = Set.of("tenant.wrong-state", "deployment.running");

    private final Api operator = Api.as(Role.OPERATOR);

    @Inject
    Pool pool;

    private record Move(String name, Set<String> from, Function<String, Answer> made) {}

    private Stream<Move> moves() {
        return Stream.of(
                new Move("deploy", AT_REST, slug -> order(slug, "deploy")),
                new Move("roll back", AT_REST, slug -> order(slug, "rollback")),
                new Move("delete", Set.copyOf(STATES), slug -> operator.send("DELETE", "/api/tenants/" + slug, null)),
                new Move("change", AT_REST, slug -> operator.put("/api/tenants/" + slug, change(slug))),
                new Move("start", Set.of("stopped"), slug -> order(slug, "start")),
                new Move("stop", Set.of("active"), slug -> order(slug, "stop")),
                new Move("restart", Set.of("active", "stopped"), slug -> order(slug, "restart")));
    }

    @TestFactory
    Stream<DynamicTest> a_move_is_made_from_its_states_and_refused_in_all_others() {
        return STATES.stream()
                .flatMap(state -> moves().map(move -> DynamicTest.dynamicTest(move.name() + " when " + state, () -> {
                    String slug = tenant(state);

                    Answer answer = move.made().apply(slug);

                    if (move.from().contains(state)) {
                        assertThat(answer.status()).as(answer.body()).isIn(200, 202, 409);
                        assertThat(answer.body()).doesNotContain(BUSY);
                    } else {
                        assertThat(answer.expect(409).text("code")).isIn(BUSY);
                        assertThat(operator.get("/api/tenants/" + slug).text("status"))
                                .isEqualTo(state);
                    }
                })));
    }

    @Test
    void who_comes_while_a_deployment_is_under_way_learns_which() {
        String slug = tenant("active");
        UUID tenant = UUID.fromString(operator.get("/api/tenants/" + slug).text("id"));
        UUID running = deployment(tenant, slug, "running", 1);

        for (String move : List.of("deploy", "rollback")) {
            assertThat(order(slug, move).refuses(409, "deployment.running").text("deploymentId"))
                    .isEqualTo(running.toString());
        }
        assertThat(operator.send("DELETE", "/api/tenants/" + slug, null)
                        .refuses(409, "deployment.running")
                        .text("deploymentId"))
                .isEqualTo(running.toString());
    }

    @Test
    void a_tenant_that_never_had_two_releases_has_nothing_to_go_back_to() {
        String slug = draft();
        order(slug, "rollback").refuses(409, "deployment.no-target");
        UUID tenant = UUID.fromString(operator.get("/api/tenants/" + slug).text("id"));
        release();
        UUID only = deployment(tenant, slug, "succeeded", 1);
        fill(tenant);
        put(tenant, "active");

        order(slug, "rollback").refuses(409, "deployment.no-target");
        back(slug, only.toString()).refuses(409, "deployment.no-target");
        back(slug, "0197b0a4-7c11-7d62-9c3e-2f6a51c0de42").refuses(409, "deployment.no-target");
        assertThat(back(slug, "the last one").refuses(400, "request.invalid").fields())
                .containsExactly("deploymentId");
        assertThat(operator.get("/api/tenants/" + slug).text("status")).isEqualTo("active");
    }

    @Test
    void what_is_said_of_a_delete_is_checked() {
        assertThat(operator.send(
                                "DELETE",
                                "/api/tenants/" + draft() + "?removeFiles=yes&removeDatabase=1&skipBackup=maybe",
                                null)
                        .refuses(400, "request.invalid")
                        .fields())
                .containsExactly("removeFiles", "removeDatabase", "skipBackup");
    }

    private Answer order(String slug, String what) {
        return operator.post("/api/tenants/" + slug + "/" + what, "{}");
    }

    private Answer back(String slug, String deployment) {
        return operator.post("/api/tenants/" + slug + "/rollback", Map.of("deploymentId", deployment));
    }

    private static Map<String, Object> change(String slug) {
        return Map.of("name", "Another name", "domain", slug + ".example", "aliases", List.of());
    }

    private String draft() {
        String slug = "m" + UUID.randomUUID().toString().substring(0, 8);
        Map<String, Object> config = Map.of("env", Map.of("GREETING", "Hello"));
        operator.post("/api/tenants", Map.of("name", slug, "slug", slug, "domain", slug + ".example", "config", config))
                .expect(201);
        return slug;
    }

    /** A tenant that was deployed twice and is in this state. */
    private String tenant(String state) {
        String slug = draft();
        UUID tenant = UUID.fromString(operator.get("/api/tenants/" + slug).text("id"));
        release();
        deployment(tenant, slug, "succeeded", 1);
        deployment(tenant, slug, "succeeded", 2);
        fill(tenant);
        put(tenant, state);
        return slug;
    }

    private void fill(UUID tenant) {
        sql("""
                insert into tenant_slot (tenant_id, slot, release_id, config_version, status)
                values ($1, 'a', 'rmoves', 1, 'running')""", Tuple.of(tenant));
    }

    private void put(UUID tenant, String state) {
        sql("update tenant set status = $2, live_slot = 'a' where id = $1", Tuple.of(tenant, state));
    }

    private void release() {
        sql(
                "insert into release (id, server_id, source_kind, source_location, commit, manifest, state) values "
                        + "('rmoves', 1, 'git', 'https://git.example/app.git', 'c1', $1, 'ready') on conflict do nothing",
                Tuple.of("""
                        {"apiVersion": "tenantmgr/v1", "name": "app", "services": {"backend": {"command": ["./run"],
                         "health": "/health", "memory": "64M"}}, "routes": {"/": "backend"}}"""));
    }

    private UUID deployment(UUID tenant, String slug, String status, int config) {
        UUID id = UUID.randomUUID();
        sql("""
                insert into run (id, subject_id, subject_name, server_id, kind, exclusive, status, actor)
                values ($1, $2, $3, 1, 'deploy', true, $4, 'a test')""", Tuple.of(id, tenant, slug, status));
        sql("""
                insert into deployment (id, tenant_status_before, slot, commit, release_id, config_version)
                values ($1, 'draft', 'a', 'c1', 'rmoves', $2)""", Tuple.of(id, config));
        sql("""
                insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version)
                values ('run', $1, now() + interval '1 day', false, 1)""", Tuple.of(id.toString()));
        return id;
    }

    private void sql(String statement, Tuple values) {
        pool.preparedQuery(statement).execute(values).await().indefinitely();
    }
}
