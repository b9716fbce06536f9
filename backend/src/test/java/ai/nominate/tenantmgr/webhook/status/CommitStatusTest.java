package ai.nominate.tenantmgr.webhook.status;

import static ai.nominate.tenantmgr.host.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import ai.nominate.tenantmgr.Api;
import ai.nominate.tenantmgr.Api.Answer;
import ai.nominate.tenantmgr.EndlessDeployment;
import ai.nominate.tenantmgr.kernel.Role;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CommitStatusTest {
    private static final Map<String, Object> REPORTING =
            Map.of("forge", "gitea", "commitStatus", true, "pageAddress", "https://panel.example.org/");
    private static final Duration SOON = Duration.ofSeconds(20);

    private final Api operator = Api.as(Role.OPERATOR);
    private EndlessDeployment deployment;
    private String path;

    @Inject
    AgroalDataSource database;

    @BeforeEach
    void a_deployment_that_runs() throws SQLException {
        deployment = new EndlessDeployment(database);
        path = "/api/tenants/" + deployment.slug();
    }

    /** A credential that a source names would be in the way of other tests. */
    @AfterEach
    void end() throws SQLException {
        deployment.end();
        execute("update tenant set source_credential = null where source_credential in"
                + " (select name from credential where host = 'git.invalid')");
        execute("delete from credential where host = 'git.invalid'");
    }

    @Test
    void statuses_need_a_source_with_an_access_token() throws SQLException {
        operator.put(path + "/webhook", REPORTING)
                .refuses(400, "request.invalid")
                .names("commitStatus");
        operator.put(path + "/webhook", Map.of("pageAddress", "javascript:alert(1)"))
                .refuses(400, "request.invalid")
                .names("pageAddress");

        sourceWithToken();

        Answer webhook = operator.put(path + "/webhook", REPORTING).expect(200);
        assertThat(webhook.at("commitStatus").booleanValue()).isTrue();
        assertThat(webhook.text("pageAddress")).isEqualTo("https://panel.example.org");
    }

    /** The host of the source does not exist, so no try succeeds; the deployment is not concerned. */
    @Test
    void the_states_of_a_deployment_are_written_down_and_a_forge_that_is_away_is_seen() throws SQLException {
        sourceWithToken();
        operator.put(path + "/webhook", REPORTING).expect(200);
        execute("update deployment set commit = '%s' where id = '%s'".formatted("a".repeat(40), deployment.id()));

        tell("running");

        eventually("the try is seen", SOON, () -> statuses().text("statuses/0/detail") != null);
        assertThat(statuses().text("statuses/0/state")).isEqualTo("pending");
        assertThat(statuses().text("statuses/0/result")).isEqualTo("waiting");
        assertThat(statuses().text("statuses/0/detail")).contains("git.invalid is unknown");

        execute("update run set status = 'failed' where id = '" + deployment.id() + "'");
        tell("failed");

        eventually(
                "the newest state is the one to send",
                SOON,
                () -> "failure".equals(statuses().text("statuses/0/state")));
        assertThat(statuses().at("statuses")).hasSize(1);
        assertThat(operator.get("/api/deployments/" + deployment.id())
                        .expect(200)
                        .text("status"))
                .isEqualTo("failed");
    }

    @Test
    void a_tenant_that_does_not_report_has_none() throws SQLException {
        operator.put(path + "/webhook", Map.of()).expect(200);
        execute("update deployment set commit = '%s' where id = '%s'".formatted("b".repeat(40), deployment.id()));
        tell("running");
        EndlessDeployment other = new EndlessDeployment(database);
        String slug = other.slug();

        // handled in order, so the first was handled when the second is
        sourceWithToken(slug);
        operator.put("/api/tenants/" + slug + "/webhook", REPORTING).expect(200);
        execute("update deployment set commit = '%s' where id = '%s'".formatted("c".repeat(40), other.id()));
        tell("running", other);
        eventually(
                "the other one has a status",
                SOON,
                () -> operator.get("/api/tenants/" + slug + "/webhook")
                                .expect(200)
                                .at("statuses")
                                .size()
                        == 1);
        other.end();

        assertThat(statuses().at("statuses")).isEmpty();
    }

    private Answer statuses() {
        return operator.get(path + "/webhook").expect(200);
    }

    private void sourceWithToken() throws SQLException {
        sourceWithToken(deployment.slug());
    }

    private void sourceWithToken(String slug) throws SQLException {
        Api.admin()
                .post(
                        "/api/credentials",
                        Map.of("name", slug, "kind", "access-token", "host", "git.invalid", "token", "t0ken-" + slug))
                .expect(201);
        execute("update tenant set source_kind = 'git', source_location = 'https://git.invalid/acme/site.git',"
                + " source_credential = slug where slug = '" + slug + "'");
    }

    private void tell(String status) throws SQLException {
        tell(status, deployment);
    }

    private void tell(String status, EndlessDeployment of) throws SQLException {
        execute("insert into event (topic, type, tenant_id, payload) select 'runs', 'run.changed', subject_id,"
                + " '{\"runId\":\"%s\",\"kind\":\"deploy\",\"status\":\"%s\"}' from run where id = '%s'"
                        .formatted(of.id(), status, of.id()));
    }

    private void execute(String statement) throws SQLException {
        try (var connection = database.getConnection();
                var sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }
}
