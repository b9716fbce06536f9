package ai.nominate.tenantmgr.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import ai.nominate.tenantmgr.Api;
import ai.nominate.tenantmgr.FreshDatabase;
import ai.nominate.tenantmgr.kernel.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/** A stored secret appears nowhere: in no answer, no refusal, no log line, no command line. */
@QuarkusTest
@TestProfile(FreshDatabase.class)
class CanaryTest {
    private static final String CANARY = "canary-9f27c1-sings-for-nobody";
    private static final List<String> FORMATS = List.of("application/json", "text/plain", "text/event-stream");

    private final Api admin = Api.admin();

    @Test
    void what_was_saved_as_a_secret_is_seen_by_nobody() throws Exception {
        List<String> logged = Collections.synchronizedList(new ArrayList<>());
        Handler handler = handler(logged);
        Logger.getLogger("").addHandler(handler);
        try {
            Known known = saved();
            List<String> answers = new ArrayList<>(refusals());
            for (ApiOperation operation : ApiOperation.all(
                    admin.get("/q/openapi?format=json").expect(200).json())) {
                if (operation.method().equals("GET")) {
                    answers.addAll(answers(operation, known));
                }
            }
            answers.add(admin.get("/q/openapi").body());
            answers.add(admin.get("/q/metrics").body());
            answers.add(admin.get("/q/health").body());

            assertThat(answers).hasSizeGreaterThan(50).noneMatch(CanaryTest::sings);
            assertThat(logged).noneMatch(CanaryTest::sings);
            assertThat(commandLines()).isNotEmpty().noneMatch(CanaryTest::sings);
        } finally {
            Logger.getLogger("").removeHandler(handler);
        }
    }

    /** Stores it in every place for a secret. */
    private Known saved() {
        Known known = Known.fresh(900);
        Map<String, Object> secret = Map.of("value", CANARY, "secret", true);
        admin.put(
                        "/api/tenants/fuzzed-900/config",
                        Map.of(
                                "adminEmail",
                                "a@example.org",
                                "adminPassword",
                                Map.of("value", CANARY + "-admin", "secret", true),
                                "env",
                                Map.of("GREETING", Map.of("value", "hello"), "API_KEY", secret)))
                .expect(200);
        admin.put("/api/tenants/fuzzed-900/webhook", Map.of("secret", CANARY)).expect(200);
        admin.post(
                        "/api/credentials",
                        Map.of(
                                "name",
                                "fuzzed",
                                "kind",
                                "access-token",
                                "host",
                                "git.example",
                                "token",
                                CANARY + "-token"))
                .expect(201);
        admin.get("/api/settings").at("items").forEach(setting -> {
            if (setting.path("secret").asBoolean()) {
                admin.put("/api/settings/" + setting.path("key").asText(), Map.of("value", CANARY + "-setting"));
            }
        });
        return known;
    }

    /** Refusals of requests that contain it. */
    private List<String> refusals() {
        return List.of(
                admin.put(
                                "/api/tenants/fuzzed-900/config",
                                "{\"env\":{\"BAD KEY\":{\"value\":\"" + CANARY + "\",\"secret\":true}}}")
                        .body(),
                admin.put("/api/tenants/fuzzed-900/config", "{\"adminPassword\":[\"" + CANARY + "\"]}")
                        .body(),
                admin.put("/api/tenants/fuzzed-900/config", "{\"adminPassword\":{\"value\":\"" + CANARY)
                        .body(),
                admin.post("/api/credentials", Map.of("name", "x", "kind", "deploy-key", "token", CANARY))
                        .body(),
                admin.post("/api/auth/login", Map.of("username", "admin", "password", CANARY))
                        .body());
    }

    private static List<String> answers(ApiOperation operation, Known known) throws Exception {
        String path = operation.path();
        for (ApiOperation.Parameter parameter : operation.parameters()) {
            if (parameter.where().equals("path")) {
                path = path.replace("{" + parameter.name() + "}", known.value(operation.path(), parameter.name()));
            }
        }
        List<String> answers = new ArrayList<>();
        try (RawConnection connection = new RawConnection(Api.uri("/").getPort())) {
            for (Role role : Role.values()) {
                List<String> sender = Api.as(role).headers();
                for (String format : FORMATS) {
                    RawRequest request = new RawRequest("GET", path, List.of("Accept: " + format), null);
                    answers.add(path + "\n"
                            + connection
                                    .send(request, List.of(sender.get(0) + ": " + sender.get(1)))
                                    .body());
                }
            }
        }
        return answers;
    }

    private static boolean sings(String text) {
        return text.contains(CANARY)
                || text.contains(ConfigProvider.getConfig().getValue("quarkus.datasource.password", String.class));
    }

    private static List<String> commandLines() throws java.io.IOException {
        List<String> lines = new ArrayList<>();
        for (ProcessHandle process : ProcessHandle.allProcesses().toList()) {
            Path file = Path.of("/proc", Long.toString(process.pid()), "cmdline");
            if (Files.isReadable(file)) {
                lines.add(readIfThere(file));
            }
        }
        return lines;
    }

    private static String readIfThere(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (java.io.IOException gone) {
            return "";
        }
    }

    private static Handler handler(List<String> logged) {
        return new Handler() {
            @Override
            public void publish(LogRecord line) {
                logged.add(line.getMessage() + " " + java.util.Arrays.toString(line.getParameters()));
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
    }
}
