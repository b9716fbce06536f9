package ai.nominate.tenantmgr.deployment;

import static ai.nominate.tenantmgr.host.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import ai.nominate.tenantmgr.Api;
import ai.nominate.tenantmgr.EndlessDeployment;
import ai.nominate.tenantmgr.auth.People;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A user who is disabled has no queued deployments any more; a running one ends in its own time. */
@QuarkusTest
class DisabledUsersTest {
    private static final Duration SOON = Duration.ofSeconds(20);

    private final AgroalDataSource database;
    private final People.Person operator = People.make("operator");
    private final List<EndlessDeployment> deployments = new ArrayList<>();

    DisabledUsersTest(AgroalDataSource database) {
        this.database = database;
    }

    @AfterEach
    void end_deployments() throws SQLException {
        for (EndlessDeployment deployment : deployments) {
            deployment.end();
        }
    }

    @Test
    void a_queued_deployment_is_cancelled_and_a_running_one_goes_on_with_a_note() throws SQLException {
        UUID queued = deployment(operator.name() + "/ci", "queued");
        UUID running = deployment(operator.name(), "running");
        UUID others = deployment(operator.name() + "-2", "queued");

        Api.admin()
                .put("/api/users/" + operator.id(), Map.of("role", "operator", "disabled", true))
                .expect(200);

        eventually("the queued one is cancelled", SOON, () -> isCancelRequested(queued));
        eventually("the running one has a note", SOON, () -> hasAudit("run.go-on", running));
        assertThat(hasAudit("run.cancel", queued)).isTrue();
        assertThat(isCancelRequested(running)).isFalse();
        assertThat(isCancelRequested(others)).isFalse();
    }

    @Test
    void a_deleted_user_s_queued_deployment_is_cancelled() throws SQLException {
        UUID queued = deployment(operator.name(), "queued");

        Api.admin().send("DELETE", "/api/users/" + operator.id(), null).expect(204);

        eventually("the queued one is cancelled", SOON, () -> isCancelRequested(queued));
    }

    private UUID deployment(String actor, String status) throws SQLException {
        EndlessDeployment deployment = new EndlessDeployment(database);
        deployments.add(deployment);
        UUID id = deployment.id();
        execute("update run set actor = '%s', status = '%s' where id = '%s'".formatted(actor, status, id));
        return id;
    }

    private boolean isCancelRequested(UUID run) {
        try (var connection = database.getConnection();
                var sql = connection.createStatement();
                var rows = sql.executeQuery("select cancel_requested from run where id = '" + run + "'")) {
            return rows.next() && rows.getBoolean(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean hasAudit(String action, UUID run) {
        return Api.admin()
                .get("/api/audit?size=50&action=" + action)
                .expect(200)
                .body()
                .contains(run.toString());
    }

    private void execute(String statement) throws SQLException {
        try (var connection = database.getConnection();
                var sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }
}
