package ai.nominate.tenantmgr.product;

import static ai.nominate.tenantmgr.host.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * An application that tries, in its build, its migration and its service, what it must not be able to do: it reaches nothing,
 * and another tenant answers every request meanwhile.
 */
@ExtendWith(OnProduct.class)
class HostileApplicationIT {
    private static final String HEAD = "apiVersion: tenantmgr/v1\nname: hostile\n";
    private static final String SERVED = "services: { web: { command: [./serve], health: / } }\nroutes: { /: web }\n";

    private final Product product;
    private Tenant victim;
    private Onlooker onlooker;

    HostileApplicationIT(Product product) {
        this.product = product;
    }

    @BeforeEach
    void another_tenant_is_live() {
        victim = product.tenant("victim", product.source("victim").withoutDatabase())
                .live();
        onlooker = victim.visitor().lookOn();
    }

    @AfterEach
    void the_other_tenant_noticed_nothing() {
        try (Onlooker seen = onlooker) {
            seen.sawNothing();
        }
        victim.delete("?removeFiles=true").succeeds();
    }

    @Test
    void neither_build_nor_migration_nor_service_reaches_anything_of_the_manager_or_of_another_tenant()
            throws IOException {
        String attack = attack();
        Source source = source("attacker", HEAD + """
                build: [[%1$s]]
                services: { web: { command: [sh, -c, "sh %2$s > $STATE_DIRECTORY/found; cp $STATE_DIRECTORY/found open/; exec ./serve"], health: / } }
                routes: { /: web }
                database: { migrate: [%1$s] }
                writable: [open]
                """.formatted(quoted(attack), attack));
        Tenant tenant = product.tenant("attacker", source);

        Deployment deployment = tenant.deploy();
        deployment.succeeds();

        assertThat(deployment.said())
                .as("build and migration")
                .noneMatch(line -> line.contains("REACHED"))
                .filteredOn("TRIED"::equals)
                .hasSize(2);
        assertThat(tenant.visitor().ask("/open/found").body()).as("the service").isEqualTo("TRIED\n");
        assertThat(Files.readString(Path.of("/etc/hosts"))).doesNotContain("evil");
        tenant.asks("stop").succeeds();
        eventually(
                "what the service started in other sessions has ended",
                () -> Machine.named("sleep 8639").isEmpty());
        assertThat(product.api().isReady()).isTrue();
    }

    @Test
    void a_build_that_starts_processes_without_end_fails_and_leaves_none() throws IOException {
        product.set("build.tasks", "64");
        try {
            Tenant tenant = product.tenant(
                    "bomb",
                    source(
                            "bomb",
                            HEAD + SERVED
                                    + "build: [[sh, -c, 'i=0; while [ $i -lt 3000 ]; do sleep 86393 & i=$((i+1)); done; wait']]\n"));

            assertThat(reason(tenant.deploy().fails())).containsPattern("build.tasks|annot fork");
            assertThat(Machine.named("sleep 86393")).isEmpty();
        } finally {
            product.set("build.tasks", null);
        }
    }

    @Test
    void a_build_that_fills_the_disk_fails_and_leaves_no_file() throws IOException {
        product.set("build.disk", "128M");
        try {
            Tenant tenant = product.tenant(
                    "filler",
                    source(
                            "filler",
                            HEAD + SERVED
                                    + "build: [[sh, -c, 'for i in 1 2 3 4 5 6 7 8 9; do head -c 256M /dev/zero > f$i; sleep 0.2; done; sleep 60']]\n"));

            assertThat(reason(tenant.deploy().fails())).contains("build.disk");
            try (var releases = Files.list(product.home().resolve("releases"))) {
                assertThat(releases.map(release -> release.resolve("f1"))).noneMatch(Files::exists);
            }
        } finally {
            product.set("build.disk", null);
        }
    }

    @Tag("endurance")
    @Test
    void a_build_that_prints_without_end_ends_with_a_bounded_log() throws IOException {
        Tenant tenant = product.tenant(
                "printer",
                source(
                        "printer",
                        HEAD + SERVED
                                + "build: [[sh, -c, 'yes a line of a flood that never ends | head -c 400M; exit 3']]\n"));

        Deployment deployment = tenant.deploy();
        assertThat(deployment.fails().path("step").asText()).isEqualTo("copy-core-files");
        assertThat(deployment.said().stream().mapToLong(String::length).sum()).isLessThan(64L << 20);
    }

    @Test
    void links_and_hidden_files_in_every_place_that_the_manifest_names_lead_nowhere() throws IOException {
        Source source = source("linker", HEAD + """
                services: { web: { command: [./serve], health: / } }
                routes:
                  /: web
                  /static/: { static: public }
                  /page: { static: linked.html }
                """);
        Path directory = source.directory();
        Files.createDirectories(directory.resolve("public"));
        Files.writeString(directory.resolve("public/good.txt"), "good");
        Files.writeString(directory.resolve("public/.env"), "hidden");
        Files.createSymbolicLink(directory.resolve("public/key"), product.home().resolve("keys/secrets.json"));
        Files.createSymbolicLink(directory.resolve("public/home"), product.home());
        Files.createSymbolicLink(
                directory.resolve("linked.html"), product.home().resolve("admin-password"));
        Tenant tenant = product.tenant("linker", source);
        Deployment deployment = tenant.deploy();
        eventually("it has ended", () -> deployment.view().hasNonNull("finishedAt"));

        Visitor visitor = tenant.visitor();
        for (String path : List.of("/static/.env", "/static/key", "/static/home/admin-password", "/page")) {
            assertThat(visitor.ask(path)).as(path).satisfies(answer -> {
                assertThat(answer.status()).isNotEqualTo(200);
                assertThat(answer.body()).doesNotContain("hidden", Product.PASSWORD, "primaryKeyId");
            });
        }
        String password =
                Files.readString(product.home().resolve("pg/password")).strip();
        assertThat(answerToLink("leak.sql", product.home().resolve("pg/password")))
                .contains("leak.sql", "must not be a symbolic link")
                .doesNotContain(password);
        assertThat(answerToLink("tenant-app.yaml", product.home().resolve("pg/password")))
                .contains("tenant-app.yaml", "must not be a symbolic link")
                .doesNotContain(password);
    }

    /** Everything that the API says about a deployment whose file is a link. */
    private String answerToLink(String file, Path target) throws IOException {
        Source source = source("link-" + file.charAt(0), HEAD + SERVED + "database: { init: leak.sql }\n");
        Path link = source.directory().resolve(file);
        Files.deleteIfExists(link);
        Files.createSymbolicLink(link, target);
        Api.Answer answer = product.tenant("link-" + file.charAt(0), source).askToDeploy(Map.of());
        if (answer.status() != 202) {
            return answer.json().toString();
        }
        Deployment deployment = Deployment.accepted(product.api(), answer);
        deployment.fails();
        return deployment.view().toString() + deployment.said();
    }

    private Source source(String name, String manifest) throws IOException {
        Source source = product.source(name).withoutDatabase().withManifest(manifest);
        try (var script = HostileApplicationIT.class.getResourceAsStream("/hostile/attack.sh")) {
            Files.write(source.directory().resolve("attack.sh"), script.readAllBytes());
        }
        Files.writeString(source.directory().resolve("page.html"), "<p>page</p>");
        return source;
    }

    private String attack() {
        long service = Machine.processesOfSlot(product.home(), "victim", "a").getFirst();
        return "attack.sh %s %d %d %d".formatted(product.home(), product.apiPort(), product.managerPid(), service);
    }

    private static String quoted(String attack) {
        return "sh, "
                + String.join(
                        ", ",
                        List.of(attack.split(" ")).stream()
                                .map(word -> '"' + word + '"')
                                .toList());
    }

    private static String reason(JsonNode failure) {
        return failure.path("detail").asText()
                + StreamSupport.stream(failure.path("lastLines").spliterator(), false)
                        .map(JsonNode::asText)
                        .toList();
    }
}
