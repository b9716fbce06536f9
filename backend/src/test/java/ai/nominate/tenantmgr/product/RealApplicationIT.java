package ai.nominate.tenantmgr.product;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Applications of other people: several services, workers, files, and the mistakes that are made at the first try. */
@ExtendWith(OnProduct.class)
class RealApplicationIT {
    private static final String HEAD = "apiVersion: tenantmgr/v1\nname: real\n";
    private static final String WIDE = HEAD + """
            services:
              web: { command: [./serve], health: /api/health }
              api: { command: [./serve] }
              admin: { command: [./serve] }
              worker: { command: [sleep, "86400"] }
              twins: { command: [sleep, "86400"], twin: true }
            routes:
              /: web
              /api/: api
              /admin/: { service: admin, stripPrefix: true }
              /files/: { static: api }
              /index.html: { static: index.html }
            commands: { greet: [sh, -c, "echo hello $TENANT_SLUG"], fail: ["false"] }
            """;

    private final Product product;

    RealApplicationIT(Product product) {
        this.product = product;
    }

    @Test
    void an_application_of_several_services_workers_and_files_is_deployed_and_deployed_again() {
        Tenant tenant = tenant("several", WIDE).live();

        for (int deployment = 0; deployment < 2; deployment++) {
            Visitor visitor = tenant.visitor();
            assertThat(visitor.ask("/").body()).contains("files");
            assertThat(visitor.ask("/api/health").body()).isEqualTo("well");
            assertThat(visitor.ask("/admin/api/health").body()).isEqualTo("well");
            assertThat(visitor.ask("/files/health").body()).isEqualTo("well");
            assertThat(visitor.ask("/index.html").body()).contains("files");
            assertThat(tenant.services(live(tenant)))
                    .hasSize(5)
                    .allSatisfy(service ->
                            assertThat(service.path("state").asText()).isEqualTo("running"));
            assertThat(runningWorkers(tenant)).as("one worker that bears no twin").isEqualTo(1);
            tenant.deploy().succeeds();
        }
        assertThat(product.api().get("/api/ports?size=200").path("items"))
                .anySatisfy(item -> assertThat(item.path("service").asText()).isEqualTo("admin"));
    }

    @Test
    void a_command_is_a_run_with_a_log() {
        Tenant tenant = tenant("commands", WIDE).live();

        Deployment greeting = tenant.asks("commands/greet");
        greeting.succeeds();
        JsonNode greeted = greeting.view();
        assertThat(greeted.path("kind").asText()).isEqualTo("command");
        assertThat(greeted.path("logTail")).anySatisfy(line -> assertThat(line.path("text")
                        .asText())
                .isEqualTo("hello commands"));
        assertThat(tenant.asks("commands/fail").fails().path("code").asText()).isEqualTo("command.failed");
        assertThat(tenant.status()).isEqualTo("active");
    }

    @Test
    void a_worker_that_ends_after_the_switch_switches_back() {
        Source source = product.source("worker-ends").withoutDatabase().withManifest(WIDE);
        Tenant tenant = product.tenant("worker-ends", source).live();
        source.replacingInManifest(
                "worker: { command: [sleep, \"86400\"] }", "worker: { command: [sh, -c, \"sleep 0.5; exit 3\"] }");

        JsonNode failure = tenant.deploy().fails();

        assertThat(failure.path("detail").asText()).contains("Worker worker ended after the switch");
        assertThat(tenant.visitor().ask("/api/health").body()).isEqualTo("well");
        assertThat(runningWorkers(tenant)).isEqualTo(1);
    }

    @Test
    void a_service_on_another_port_is_told_on_which_one() {
        Tenant tenant = tenant("wrong-port", HEAD + """
                services:
                  frontend: { command: [sh, -c, "export PORT=0; exec ./serve"], health: /, startTimeout: 3s }
                routes: { /: frontend }
                """);

        assertThat(tenant.deploy().fails().path("detail").asText())
                .containsPattern("it listens on port [0-9]+ instead: let it use the variable PORT")
                .contains("services.frontend.startTimeout");
    }

    @Test
    void a_program_in_the_background_is_told_to_stay_in_the_foreground() {
        Tenant tenant = tenant("daemon", HEAD + """
                services: { frontend: { command: [sh, -c, "exit 0"], health: / } }
                routes: { /: frontend }
                """);

        assertThat(tenant.deploy().fails().path("detail").asText()).contains("must stay in the foreground");
    }

    @Test
    void initial_content_that_does_not_exist_is_refused_with_its_field() {
        Tenant tenant = tenant("init-missing", HEAD + """
                services: { frontend: { command: [./serve], health: / } }
                routes: { /: frontend }
                database: { init: db/missing.sql }
                """);

        assertThat(tenant.deploy().fails().path("detail").asText()).contains("db/missing.sql", "database.init");
    }

    @Test
    void a_name_that_no_environment_has_is_refused_before_anything_is_changed() {
        Tenant tenant = tenant("unknown-name", HEAD + """
                services: { frontend: { command: [./serve, "${NOWHERE}"], health: / } }
                routes: { /: frontend }
                """);

        JsonNode failure = tenant.deploy().fails();
        assertThat(failure.path("step").asText()).isEqualTo("preflight");
        assertThat(failure.path("detail").asText()).contains("services.frontend.command[1]", "${NOWHERE}");
    }

    private Tenant tenant(String slug, String manifest) {
        return product.tenant(slug, product.source(slug).withoutDatabase().withManifest(manifest));
    }

    private static String live(Tenant tenant) {
        return tenant.view().path("slots").path("live").asText();
    }

    private long runningWorkers(Tenant tenant) {
        return Stream.of("a", "b")
                .flatMap(slot -> tenant.services(slot).stream())
                .filter(service -> service.path("service").asText().equals("worker"))
                .filter(service -> service.path("state").asText().equals("running"))
                .count();
    }
}
