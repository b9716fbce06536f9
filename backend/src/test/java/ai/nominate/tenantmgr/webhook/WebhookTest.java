package ai.nominate.tenantmgr.webhook;

import static ai.nominate.tenantmgr.host.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import ai.nominate.tenantmgr.Api;
import ai.nominate.tenantmgr.Api.Answer;
import ai.nominate.tenantmgr.EndlessDeployment;
import ai.nominate.tenantmgr.kernel.Role;
import ai.nominate.tenantmgr.webhook.forge.Forge;
import ai.nominate.tenantmgr.webhook.forge.Samples;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@QuarkusTest
class WebhookTest {
    private static final String OTHER = "a secret that nobody has";
    private static final Map<String, Object> READY =
            Map.of("adminEmail", "a@example.org", "env", Map.of("GREETING", Map.of("value", "hello")));

    private final Api operator = Api.as(Role.OPERATOR);
    private final String slug = "w" + UUID.randomUUID().toString().substring(0, 8);

    @Inject
    AgroalDataSource database;

    @ConfigProperty(name = "tenantmgr.proxy-secret")
    String proxySecret;

    @Test
    void its_secret_is_shown_once_and_is_in_no_other_answer() {
        tenant(slug, "acme/site");
        assertThat(webhook().at("enabled").booleanValue()).isFalse();

        String secret = turnOn(Forge.GITHUB);

        assertThat(secret).hasSizeGreaterThan(40);
        assertThat(webhook().at("enabled").booleanValue()).isTrue();
        assertThat(webhook().text("paths/github")).isEqualTo("/api/webhooks/github/" + slug);
        assertThat(webhook().body() + audit()).contains("github").doesNotContain(secret);

        Answer changed = put(Map.of("forge", "gitea"));
        assertThat(changed.text("secret")).isNull();
        String replaced = put(Map.of("forge", "gitea", "replaceSecret", true)).text("secret");
        assertThat(replaced).isNotNull().isNotEqualTo(secret);
        assertThat(put(Map.of("secret", "one-of-their-own-1")).text("secret")).isNull();

        operator.send("DELETE", "/api/tenants/" + slug + "/webhook", null).expect(204);
        operator.send("DELETE", "/api/tenants/" + slug + "/webhook", null).expect(204);
        deliver(Forge.GITHUB, "one-of-their-own-1", "{}").refuses(401, "webhook.refused");
    }

    @Test
    void what_cannot_be_a_webhook_is_refused_by_field() {
        tenant(slug, "acme/site");

        for (Map.Entry<String, Object> wrong :
                Map.<String, Object>of("forge", "svn", "secret", "short").entrySet()) {
            operator.put("/api/tenants/" + slug + "/webhook", Map.of(wrong.getKey(), wrong.getValue()))
                    .refuses(400, "request.invalid")
                    .names(wrong.getKey());
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_push_to_the_tenant_s_branch_is_deployed_and_the_deployment_says_so(Forge forge) {
        tenant(slug, forge == Forge.GITLAB ? "acme/web/site" : "acme/site");
        String secret = turnOn(forge);

        Answer answer = deliver(forge, secret, Samples.push(forge)).expect(202);

        assertThat(answer.text("result")).isEqualTo("deployed");
        Answer deployment =
                operator.get("/api/deployments/" + answer.text("deploymentId")).expect(200);
        assertThat(deployment.text("actor")).isEqualTo("webhook:" + forge.id());
        assertThat(deployment.text("reason")).startsWith("Push to main by ada: Mend the form (");
        assertThat(delivery(0, "result")).isEqualTo("deployed");
        assertThat(delivery(0, "deploymentId")).isEqualTo(answer.text("deploymentId"));
        assertThat(operator.get("/api/audit?size=50&action=tenant.deploy").body())
                .contains("webhook:" + forge.id());
    }

    @Test
    void a_form_is_taken_as_github_sends_it() {
        tenant(slug, "acme/site");
        String secret = turnOn(Forge.GITHUB);
        String form = Samples.form(Samples.push(Forge.GITHUB));
        Map<String, String> headers = Samples.headers(Forge.GITHUB, "push", secret, form);
        headers.put("Content-Type", "application/x-www-form-urlencoded");

        assertThat(send(Forge.GITHUB, slug, headers, form).expect(202).text("result"))
                .isEqualTo("deployed");

        headers.put("Content-Type", "text/plain");
        send(Forge.GITHUB, slug, headers, form).refuses(415, "request.unsupported-media-type");
    }

    @Test
    void what_is_no_push_to_the_branch_is_answered_and_deploys_nothing() {
        tenant(slug, "acme/site");
        String secret = turnOn(Forge.GITHUB);
        String other = Samples.push(Forge.GITHUB).replace("refs/heads/main", "refs/heads/dev");

        Answer ignored = deliver(Forge.GITHUB, secret, other).expect(200);
        assertThat(ignored.text("result")).isEqualTo("ignored");
        assertThat(ignored.text("reason")).isEqualTo("The push is to dev, the tenant follows main");
        assertThat(ignored.text("deploymentId")).isNull();

        Map<String, String> ping = Samples.headers(Forge.GITHUB, "ping", secret, "{\"zen\":\"x\"}");
        assertThat(send(Forge.GITHUB, slug, ping, "{\"zen\":\"x\"}").expect(200).text("result"))
                .isEqualTo("answered");
        Map<String, String> issue = Samples.headers(Forge.GITHUB, "issues", secret, "{}");
        assertThat(send(Forge.GITHUB, slug, issue, "{}").expect(200).text("result"))
                .isEqualTo("ignored");
        assertThat(deployments()).isZero();
    }

    @Test
    void the_same_body_is_deployed_once_also_when_it_comes_five_times_at_once() {
        tenant(slug, "acme/site");
        String secret = turnOn(Forge.GITEA);
        String body = Samples.push(Forge.GITEA);

        List<Answer> answers = IntStream.range(0, 5)
                .parallel()
                .mapToObj(i -> deliver(Forge.GITEA, secret, body))
                .toList();

        assertThat(answers).extracting(Answer::status).containsOnly(200, 202).containsOnlyOnce(202);
        assertThat(deliver(Forge.GITEA, secret, body).expect(200).text("reason"))
                .contains("30 days");
        assertThat(deployments()).isEqualTo(1);
        assertThat(webhook().at("deliveries")).hasSize(1);
    }

    @Test
    void a_stranger_gets_one_answer_whether_the_tenant_exists_or_not() {
        tenant(slug, "acme/site");
        Answer withoutWebhook = deliver(Forge.GITHUB, OTHER, "{}").refuses(401, "webhook.refused");
        turnOn(Forge.GITHUB);

        Answer wrongSecret = deliver(Forge.GITHUB, OTHER, "{}").refuses(401, "webhook.refused");
        Answer unknown = send(Forge.GITHUB, "no-such-tenant", Samples.headers(Forge.GITHUB, "push", OTHER, "{}"), "{}")
                .refuses(401, "webhook.refused");

        assertThat(List.of(withoutWebhook, wrongSecret, unknown))
                .extracting(answer -> answer.text("detail"))
                .containsOnly(unknown.text("detail"));
        send(Forge.GITHUB, slug, Map.of("Content-Type", "application/json"), "{}")
                .refuses(401, "webhook.refused");
        assertThat(webhook().at("deliveries")).isEmpty();
        eventually("an operator sees it", () -> webhook().at("refusedAt").isTextual());
    }

    @Test
    void another_forge_than_the_webhook_s_is_refused() {
        tenant(slug, "acme/site");
        String secret = turnOn(Forge.GITHUB);

        deliver(Forge.GITLAB, secret, "{}").refuses(401, "webhook.refused");
        Api.anonymous().post("/api/webhooks/svn/" + slug, "{}").refuses(404, "request.not-found");
    }

    @Test
    void a_network_that_sends_many_wrong_ones_has_to_wait_and_others_have_not() {
        tenant(slug, "acme/site");
        String secret = turnOn(Forge.GITLAB);
        Map<String, String> wrong = Samples.headers(Forge.GITLAB, "Push Hook", OTHER, "{}");
        wrong.put("X-Tenantmgr-Proxy", proxySecret);
        wrong.put("X-Real-IP", "203.0.113.9");

        for (int i = 0; i < 20; i++) {
            send(Forge.GITLAB, slug, wrong, "{}").refuses(401, "webhook.refused");
        }

        Answer refused = send(Forge.GITLAB, slug, wrong, "{}").refuses(429, "request.too-many");
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 5);
        deliver(Forge.GITLAB, secret, "{}").expect(200);
    }

    @Test
    void of_the_pushes_during_a_run_the_newest_is_deployed_when_it_ends() throws SQLException {
        EndlessDeployment running = new EndlessDeployment(database);
        operator.put("/api/tenants/" + running.slug() + "/config", READY).expect(200);
        String secret = operator.put("/api/tenants/" + running.slug() + "/webhook", Map.of())
                .expect(200)
                .text("secret");
        for (String push : List.of("1", "2")) {
            Answer answer = push(running.slug(), secret, push).expect(202);
            assertThat(answer.text("result")).isEqualTo("waiting");
            assertThat(answer.text("deploymentId")).isNull();
        }

        running.end();
        tell("runs", "run.changed", running.slug(), "{\"status\":\"cancelled\"}");

        eventually("the newest is deployed", () -> results(running.slug()).equals(List.of("deployed", "superseded")));
        assertThat(operator.get("/api/deployments?tenant=" + running.slug() + "&size=1")
                        .text("items/0/reason"))
                .isEqualTo("Push to 2");
    }

    @Test
    void a_push_that_waits_is_dropped_with_the_webhook() throws SQLException {
        EndlessDeployment running = new EndlessDeployment(database);
        String webhook = "/api/tenants/" + running.slug() + "/webhook";
        String secret = operator.put(webhook, Map.of()).expect(200).text("secret");
        push(running.slug(), secret, "1").expect(202);

        operator.send("DELETE", webhook, null).expect(204);

        assertThat(results(running.slug())).containsExactly("ignored");
        running.end();
    }

    @Test
    void a_push_to_a_tenant_that_is_not_ready_says_what_is_missing_and_may_be_sent_again() {
        operator.post("/api/tenants", Map.of("name", slug, "slug", slug, "domain", slug + ".example"))
                .expect(201);
        String secret = put(Map.of()).text("secret");

        Answer refused = push(slug, secret, "1").expect(200);

        assertThat(refused.text("result")).isEqualTo("refused");
        assertThat(refused.text("reason")).contains("GREETING");
        assertThat(deployments()).isZero();
        operator.put("/api/tenants/" + slug + "/config", READY).expect(200);
        assertThat(push(slug, secret, "1").expect(202).text("result")).isEqualTo("deployed");
    }

    private void tenant(String name, String repository) {
        Map<String, Object> source =
                Map.of("kind", "git", "location", "https://git.example/" + repository + ".git", "ref", "main");
        operator.post("/api/tenants", Map.of("name", name, "slug", name, "domain", name + ".example", "source", source))
                .expect(201);
    }

    private String turnOn(Forge forge) {
        return put(Map.of("forge", forge.id())).text("secret");
    }

    private Answer put(Map<String, Object> webhook) {
        return operator.put("/api/tenants/" + slug + "/webhook", webhook).expect(200);
    }

    private Answer webhook() {
        return operator.get("/api/tenants/" + slug + "/webhook").expect(200);
    }

    private String delivery(int index, String field) {
        return webhook().text("deliveries/" + index + "/" + field);
    }

    private List<String> results(String tenant) {
        return operator.get("/api/tenants/" + tenant + "/webhook")
                .expect(200)
                .json()
                .path("deliveries")
                .findValuesAsText("result");
    }

    private int deployments() {
        return operator.get("/api/deployments?tenant=" + slug)
                .expect(200)
                .at("total")
                .intValue();
    }

    private String audit() {
        return Api.admin().get("/api/audit?size=100").expect(200).body();
    }

    private Answer deliver(Forge forge, String secret, String body) {
        return send(forge, slug, Samples.headers(forge, Samples.pushEvent(forge), secret, body), body);
    }

    /** A short push by Gitea to a tenant with the default source. */
    private Answer push(String tenant, String secret, String branch) {
        String body = "{\"ref\":\"refs/heads/" + branch + "\"}";
        return send(Forge.GITEA, tenant, Samples.headers(Forge.GITEA, "push", secret, body), body);
    }

    private static Answer send(Forge forge, String tenant, Map<String, String> headers, String body) {
        Api caller = Api.anonymous();
        for (Map.Entry<String, String> header : new HashMap<>(headers).entrySet()) {
            caller = caller.with(header.getKey(), header.getValue());
        }
        return caller.send("POST", "/api/webhooks/" + forge.id() + "/" + tenant, body);
    }

    private void tell(String topic, String type, String tenant, String payload) throws SQLException {
        try (var connection = database.getConnection();
                var sql = connection.prepareStatement("insert into event (topic, type, tenant_id, payload)"
                        + " select ?, ?, id, ? from tenant where slug = ?")) {
            sql.setString(1, topic);
            sql.setString(2, type);
            sql.setString(3, payload);
            sql.setString(4, tenant);
            sql.executeUpdate();
        }
    }
}
