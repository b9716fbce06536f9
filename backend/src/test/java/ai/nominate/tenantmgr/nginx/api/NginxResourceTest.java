package ai.nominate.tenantmgr.nginx.api;

import static org.assertj.core.api.Assertions.assertThat;

import ai.nominate.tenantmgr.Api;
import ai.nominate.tenantmgr.Api.Answer;
import ai.nominate.tenantmgr.host.file.Home;
import ai.nominate.tenantmgr.kernel.Role;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** With the real NGINX of the application under test. */
@QuarkusTest
class NginxResourceTest {
    private final Api operator = Api.as(Role.OPERATOR);

    @Inject
    Home home;

    @Test
    void the_served_files_are_listed_and_read_without_the_secrets_of_probes() {
        Answer list = operator.get("/api/nginx/configs").expect(200);

        assertThat(list.at("generation").longValue()).isPositive();
        assertThat(StreamSupport.stream(list.at("items").spliterator(), false)
                        .map(file -> file.path("name").asText()))
                .contains("nginx.conf", "tenant.conf", "manager.conf", "hosts.map", "slots.map")
                .doesNotContain("probe.map", "candidate.conf")
                .isSorted();
        Answer file = operator.get("/api/nginx/configs/tenant.conf").expect(200);
        assertThat(file.text("text")).contains("proxy_pass");
        assertThat(file.at("generation")).isEqualTo(list.at("generation"));
    }

    @Test
    void a_file_that_is_not_listed_is_unknown() {
        for (String name : new String[] {"probe.map", "candidate.conf", "..%2Fnginx.pid", "nothing"}) {
            assertThat(operator.get("/api/nginx/configs/" + name).status())
                    .as(name)
                    .isEqualTo(404);
        }
        operator.get("/api/nginx/configs/nothing").refuses(404, "nginx.unknown-file");
        operator.get("/api/nginx/configs?server=nowhere").refuses(404, "server.unknown");
    }

    @Test
    void a_reload_is_tested_done_and_audited() {
        assertThat(operator.post("/api/nginx/test", "").expect(200).at("valid").booleanValue())
                .isTrue();

        Answer done = operator.post("/api/nginx/reload", "").expect(200);

        Answer audit = Api.admin().get("/api/audit?action=nginx.reload&size=1").expect(200);
        assertThat(audit.at("items/0/after/generation")).isEqualTo(done.at("generation"));
    }

    @Test
    void a_refusal_names_file_and_line() throws IOException {
        Path file = home.nginx().resolve("current/hosts.map");
        String before = Files.readString(file);
        Files.writeString(file, "broken\n" + before);
        try {
            Answer test = operator.post("/api/nginx/test", "").expect(200);
            assertThat(test.at("valid").booleanValue()).isFalse();
            assertThat(test.text("file")).isEqualTo("hosts.map");
            assertThat(test.at("line").intValue()).isEqualTo(1);

            Answer reload = operator.post("/api/nginx/reload", "").refuses(422, "nginx.invalid");
            assertThat(reload.fields()).containsExactly("hosts.map:1");
        } finally {
            Files.writeString(file, before);
        }
    }
}
