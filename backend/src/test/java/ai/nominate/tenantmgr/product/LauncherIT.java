package ai.nominate.tenantmgr.product;

import static ai.nominate.tenantmgr.host.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ctrl-C during the start of the real product stops everything it has started, at any moment. */
class LauncherIT {
    private static final Path CLONE = Path.of("..").toAbsolutePath().normalize();
    private static final Duration START = Duration.ofSeconds(90);

    private Path home;
    private Path output;
    private Process launcher;
    private final Thread ending = new Thread(this::end);

    @BeforeEach
    void on_a_home_of_its_own() throws IOException {
        home = Files.createTempDirectory(Path.of("/tmp"), "tmr-").toRealPath();
        output = home.resolve("output");
        Runtime.getRuntime().addShutdownHook(ending); // if the tests themselves are ended
    }

    @AfterEach
    void whatever_became_of_it() {
        Runtime.getRuntime().removeShutdownHook(ending);
        end();
        Source.delete(home);
    }

    private void end() {
        try {
            execute("deploy/run/stop").waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void ctrl_c_during_the_first_deployment_leaves_no_process_behind_and_says_so() throws Exception {
        isEndedWhole("Deploying the sample application");
    }

    @Tag("endurance")
    @ParameterizedTest
    @ValueSource(strings = {"The manager is ready", "✓ Database"})
    void ctrl_c_leaves_no_process_behind_and_says_so(String moment) throws Exception {
        isEndedWhole(moment);
    }

    private void isEndedWhole(String moment) throws Exception {
        launcher = execute("env", "--default-signal=INT", "setsid", "deploy/run/run");
        eventually("the launcher says " + moment, START, () -> said().contains(moment));

        new ProcessBuilder("kill", "-INT", "--", "-" + launcher.pid()).start().waitFor();

        assertThat(launcher.waitFor(60, TimeUnit.SECONDS)).as(said()).isTrue();
        assertThat(launcher.exitValue()).as(said()).isEqualTo(130);
        assertThat(said()).contains("have ended");
        assertThat(Machine.processesOf(home)).isEmpty();
    }

    private Process execute(String... command) throws IOException {
        int port = FreePorts.forProduct();
        int tenants = FreePorts.forTenants(100);
        ProcessBuilder builder = new ProcessBuilder(command).directory(CLONE.toFile());
        builder.environment().keySet().removeIf(key -> key.startsWith("TENANTMGR_"));
        builder.environment()
                .putAll(Map.of(
                        "TENANTMGR_HOME", home.toString(),
                        "TENANTMGR_API_PORT", String.valueOf(port),
                        "TENANTMGR_WEB_PORT", String.valueOf(port + 1),
                        "TENANTMGR_HTTP_PORT", String.valueOf(port + 2),
                        "TENANTMGR_HTTPS_PORT", String.valueOf(port + 3),
                        "TENANTMGR_PORT_RANGE", tenants + "-" + (tenants + 99)));
        return builder.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()))
                .start();
    }

    private String said() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
