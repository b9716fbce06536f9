package ai.nominate.tenantmgr.backup.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.nominate.tenantmgr.backup.boot.BootAnswer;
import ai.nominate.tenantmgr.host.command.LineSink;
import ai.nominate.tenantmgr.host.command.LocalRunner;
import ai.nominate.tenantmgr.host.command.RunScope;
import ai.nominate.tenantmgr.host.file.Home;
import ai.nominate.tenantmgr.host.process.BaseEnvironment;
import ai.nominate.tenantmgr.host.unit.LogRotation;
import ai.nominate.tenantmgr.host.unit.ProcessSupervisor;
import ai.nominate.tenantmgr.job.Permit;
import ai.nominate.tenantmgr.kernel.DomainName;
import ai.nominate.tenantmgr.kernel.EnvKey;
import ai.nominate.tenantmgr.kernel.ProblemException;
import ai.nominate.tenantmgr.kernel.TenantSlug;
import ai.nominate.tenantmgr.manifest.Manifest;
import ai.nominate.tenantmgr.manifest.ManifestReader;
import ai.nominate.tenantmgr.manifest.ManifestResult;
import ai.nominate.tenantmgr.port.PortBlock;
import ai.nominate.tenantmgr.port.TenantPorts;
import ai.nominate.tenantmgr.release.Release;
import ai.nominate.tenantmgr.tenant.TenantNotes;
import ai.nominate.tenantmgr.tenant.TenantSnapshot;
import ai.nominate.tenantmgr.tenant.TenantStatus;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A copy starts with its files and its environment, alone in its network, and only with the services that have a port. */
class CopyBootTest {
    private static final String MANIFEST = """
        apiVersion: tenantmgr/v1
        name: tiny
        services:
          backend: { command: ["%s", "Server.java"], health: /health, memory: 256M }
          worker: { command: ["touch", "uploads/worker-was-here"] }
        routes: { "/": backend }
        storage: [uploads]
        remote: { auth: TOKEN, personsCount: /count }
        """;

    private static final String SERVER = """
        import com.sun.net.httpserver.HttpServer;
        import java.net.*;
        import java.nio.file.*;

        public class Server {
            public static void main(String[] arguments) throws Exception {
                String file = Files.readString(Path.of(System.getenv("STATE_DIRECTORY"), "uploads/letter"));
                int interfaces = NetworkInterface.networkInterfaces().toList().size();
                boolean isWell = file.equals("dear") && interfaces == 1 && FAULT.isEmpty();
                HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", Integer.parseInt(System.getenv("PORT"))), 0);
                server.createContext("/health", call -> { call.sendResponseHeaders(isWell ? 200 : 500, -1); call.close(); });
                server.createContext("/count", call -> {
                    boolean isAllowed = "Bearer t0k".equals(call.getRequestHeaders().getFirst("Authorization"));
                    byte[] body = ("{" + (char) 34 + "count" + (char) 34 + ": 42}").getBytes();
                    call.sendResponseHeaders(isAllowed ? 200 : 403, body.length);
                    call.getResponseBody().write(body);
                    call.close();
                });
                server.start();
            }
            static final String FAULT = "%s";
        }
        """;

    @TempDir
    Path directory;

    private Home home;
    private CopyBoot boot;

    @BeforeEach
    void a_machine() {
        home = new Home(directory.resolve("home"));
        LocalRunner runner = new LocalRunner(BaseEnvironment.of(home));
        boot = new CopyBoot(new ProcessSupervisor(home, new LogRotation(runner), (status, sentence) -> {}));
    }

    @Test
    void a_copy_is_started_asked_and_ended() throws IOException {
        TenantCopy copy = copy("");
        BootAnswer answer = run(copy);
        assertThat(answer.healthy()).containsExactly("Service backend: /health answers 200");
        assertThat(answer.persons()).isEqualTo(OptionalLong.of(42));
        assertThat(copy.files().storage(copy.tenant().slug()).resolve("uploads/worker-was-here"))
                .as("workers are not started")
                .doesNotExist();
        assertThat(ProcessHandle.allProcesses()
                        .filter(each -> each.info()
                                .commandLine()
                                .orElse("")
                                .contains(copy.plan().toString())))
                .isEmpty();
    }

    @Test
    void one_that_is_not_well_has_failed_and_says_why() throws IOException {
        TenantCopy copy = copy("ill");
        assertThatThrownBy(() -> run(copy))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        failed -> assertThat(failed.problem()).isEqualTo(ProofProblem.NOT_WELL))
                .hasMessageContaining("/health answers 500");
    }

    private BootAnswer run(TenantCopy copy) {
        SortedMap<EnvKey, String> environment = new TreeMap<>(Map.of(
                new EnvKey("TOKEN"),
                "t0k",
                new EnvKey("STATE_DIRECTORY"),
                copy.files().storage(copy.tenant().slug()).toString()));
        copy.render(environment, Permit.ALWAYS);
        CopyPlan plan = new CopyPlan(copy, URI.create("https://acme.example"), environment, Duration.ofSeconds(20));
        RunScope scope = new RunScope(UUID.randomUUID(), 1, Permit.ALWAYS, LineSink.NONE);
        return boot.run(copy, plan.plan(), Optional.empty(), scope);
    }

    private TenantCopy copy(String fault) throws IOException {
        Path release = Files.createDirectories(home.releases().resolve("r1"));
        Files.createDirectories(release.resolve("uploads"));
        Files.writeString(release.resolve("Server.java"), SERVER.formatted(fault));
        Path unpacked = Files.createDirectories(directory.resolve("home/bundle/storage/uploads"));
        Files.writeString(unpacked.resolve("letter"), "dear");
        String java = Path.of(System.getProperty("java.home"), "bin/java").toString();
        Manifest manifest = ((ManifestResult.Valid) ManifestReader.read(MANIFEST.formatted(java))).manifest();
        TenantCopy copy = new TenantCopy(
                tenant(),
                new Release("r1", Optional.empty(), "c0ffee", manifest, release),
                home.run().resolve("proofs/p"));
        Files.createDirectories(copy.work());
        copy.take(directory.resolve("home/bundle"));
        return copy;
    }

    private static TenantSnapshot tenant() {
        return new TenantSnapshot(
                UUID.randomUUID(),
                (short) 1,
                new TenantSlug("acme"),
                "Acme",
                new DomainName("acme.example"),
                List.of(),
                List.of(),
                Optional.empty(),
                TenantStatus.STOPPED,
                "unknown",
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                new TenantPorts(new PortBlock(20_000), new TreeMap<>()),
                TenantNotes.NONE,
                Instant.EPOCH);
    }
}
