package ai.nominate.tenantmgr.product;

import static ai.nominate.tenantmgr.host.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * The packaged product in a separate home, started as the launcher starts it. Closing it stops all processes of that
 * home, and fails if any is left.
 */
final class Product implements AutoCloseable {
    private static final Path CLONE = Path.of("..").toAbsolutePath().normalize();
    static final String PASSWORD = "only-for-this-test-run";
    private static final Duration START = Duration.ofSeconds(90);
    private static final Map<String, String> QUICKLY = Map.of(
            "deployment.watchTime", "1s",
            "deployment.startTimeout", "9s",
            "deployment.drainTimeout", "5s",
            "deployment.stopGrace", "3s");

    private final Path directory;
    private final Path home;
    /** Where the program lies, and what starts it as its user. */
    private final Path program;

    private final List<String> user;
    private final int firstPort = FreePorts.forProduct();
    private final int firstTenantPort = FreePorts.forTenants(400);
    private final Api api = new Api(firstPort);
    private final GitServer git;
    private final Thread ending = new Thread(this::end);
    private Process manager;

    Product() {
        try {
            directory = Files.createTempDirectory(Path.of("/tmp"), "tmp-").toRealPath();
            home = Files.createDirectories(directory.resolve("home"));
            Files.createFile(Files.createDirectories(home.resolve("logs")).resolve("manager.log"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        program = OrdinaryUser.IS_WANTED ? OrdinaryUser.program(CLONE, directory) : CLONE;
        user = OrdinaryUser.IS_WANTED ? OrdinaryUser.COMMAND : List.of();
        git = new GitServer(directory.resolve("git"));
        Runtime.getRuntime().addShutdownHook(ending); // if the tests themselves are ended
        start();
        api.signIn(PASSWORD);
        workQuickly();
    }

    Api api() {
        return api;
    }

    String address() {
        return "http://127.0.0.1:" + firstPort;
    }

    Path home() {
        return home;
    }

    int apiPort() {
        return firstPort;
    }

    /** The API as NGINX serves it to browsers. */
    int webPort() {
        return firstPort + 1;
    }

    /** The tenants' sites as NGINX serves them. */
    int httpPort() {
        return firstPort + 2;
    }

    GitServer git() {
        return git;
    }

    Source source(String name) {
        return new Source(CLONE.resolve("deploy/sample-app"), directory.resolve("sources/" + name));
    }

    /** A visitor of a site through NGINX. */
    Visitor visitor(String host) {
        return new Visitor(httpPort(), host);
    }

    Tenant tenant(String slug, Source source) {
        return Tenant.made(this, slug, source.asTenantSource());
    }

    /** @param value null restores the default */
    void set(String setting, String value) {
        api.put("/api/settings/" + setting, Collections.singletonMap("value", value));
    }

    /** Restores the short limits that most tests use, and a manager that a failed test has left ended. */
    void workQuickly() {
        if (!manager.isAlive()) {
            start();
        }
        QUICKLY.forEach(this::set);
    }

    long managerPid() {
        return manager.pid();
    }

    /** Kills the manager alone. */
    void kill9() {
        manager.destroyForcibly();
        try {
            assertThat(manager.waitFor(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends the manager alone, in order. */
    void terminate() {
        manager.destroy();
        try {
            assertThat(manager.waitFor(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Stops the manager's process in the middle of whatever it does, as SIGSTOP does. */
    void freeze() {
        Machine.signal("STOP", manager.pid());
    }

    /** Lets a frozen manager go on. */
    void thaw() {
        Machine.signal("CONT", manager.pid());
    }

    /** A process of the manager beside this one, with some other variables. */
    Process launchBeside(Map<String, String> variables, Path log) {
        return execute(managerCommand(), log, variables);
    }

    /** Where other managers may put what they need. */
    Path directory() {
        return directory;
    }

    /** Starts the manager and waits until it is ready. */
    void start() {
        manager = launch();
        eventually("the manager is ready; see " + log(), START, () -> {
            assertThat(manager.isAlive()).as("the manager runs; see %s", log()).isTrue();
            return api.isReady();
        });
    }

    /**
     * Runs an offline command, with or without a running manager.
     *
     * @param password for TENANTMGR_ADMIN_PASSWORD; null leaves it unset
     * @return the output
     */
    String maintain(String password, String... words) throws IOException {
        Path said = directory.resolve("maintenance.log");
        Files.deleteIfExists(said);
        List<String> command = new ArrayList<>(List.of("env", "-u", "TENANTMGR_ADMIN_PASSWORD"));
        if (password != null) {
            command.add("TENANTMGR_ADMIN_PASSWORD=" + password);
        }
        command.add("deploy/maintenance");
        command.addAll(List.of(words));
        try {
            int code = execute(command, said, Map.of()).waitFor();
            assertThat(code).as(Files.readString(said)).isZero();
            return Files.readString(said);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        Runtime.getRuntime().removeShutdownHook(ending);
        assertThat(end()).as("deploy/run/stop says that nothing is left").isZero();
        assertThat(Machine.processesOf(home)).as("processes that are left").isEmpty();
        Source.delete(directory);
    }

    /** Ends everything of another home. */
    void endHome(Path other) {
        try {
            int code = execute(
                            List.of("deploy/run/stop"),
                            directory.resolve("stop.log"),
                            Map.of("TENANTMGR_HOME", other.toString()))
                    .waitFor();
            assertThat(code)
                    .as("deploy/run/stop says that nothing is left of %s", other)
                    .isZero();
            assertThat(Machine.processesOf(other)).as("processes that are left").isEmpty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private int end() {
        git.close();
        try {
            return execute(List.of("deploy/run/stop"), directory.resolve("stop.log"), Map.of())
                    .waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }

    /** The output of a script of the product, with its exit code as the last line. */
    List<String> runs(String... command) {
        return said(output -> execute(List.of(command), output, Map.of()));
    }

    /** The output of a manager that must not start with this variable, with its exit code as the last line. */
    List<String> refusesToStartWith(String variable, String value) {
        return said(output -> execute(managerCommand(), output, Map.of(variable, value)));
    }

    private List<String> said(Function<Path, Process> program) {
        Path output = directory.resolve("output-" + System.nanoTime());
        Process process = program.apply(output);
        try {
            assertThat(process.waitFor(90, TimeUnit.SECONDS)).as("it ends").isTrue();
            List<String> lines = new ArrayList<>(Files.readAllLines(output));
            lines.add("exit " + process.exitValue());
            return lines;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            process.destroyForcibly();
        }
    }

    private Process launch() {
        return execute(managerCommand(), log(), Map.of());
    }

    private List<String> managerCommand() {
        List<String> command =
                new ArrayList<>(List.of(System.getProperty("java.home") + "/bin/java", "@backend/jvm.options"));
        if (Files.exists(program.resolve("backend/target/tenantmgr.aot"))) {
            command.add("-XX:AOTCache=backend/target/tenantmgr.aot");
        }
        command.addAll(List.of("-jar", "backend/target/quarkus-app/quarkus-run.jar"));
        return command;
    }

    private Process execute(List<String> command, Path output, Map<String, String> more) {
        List<String> words = new ArrayList<>(user);
        words.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(words).directory(program.toFile());
        builder.environment().keySet().removeIf(key -> key.startsWith("TENANTMGR_"));
        if (!user.isEmpty()) {
            builder.environment().put("HOME", directory.toString());
        }
        builder.environment().putAll(environment());
        builder.environment().putAll(more);
        try {
            return builder.redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, String> environment() {
        return Map.ofEntries(
                Map.entry("TENANTMGR_HOME", home.toString()),
                Map.entry("TENANTMGR_API_PORT", String.valueOf(firstPort)),
                Map.entry("TENANTMGR_WEB_PORT", String.valueOf(firstPort + 1)),
                Map.entry("TENANTMGR_HTTP_PORT", String.valueOf(firstPort + 2)),
                Map.entry("TENANTMGR_HTTPS_PORT", String.valueOf(firstPort + 3)),
                Map.entry("TENANTMGR_PORT_RANGE", firstTenantPort + "-" + (firstTenantPort + 399)),
                Map.entry("TENANTMGR_ADMIN_PASSWORD", PASSWORD),
                Map.entry("TENANTMGR_GIT_CA_FILE", git.certificate().toString()),
                Map.entry("TENANTMGR_PRIVATE_ADDRESSES_ALLOWED", GitServer.ALLOWED),
                Map.entry("TENANTMGR_AUTH_BCRYPT_COST", "5"));
    }

    Path log() {
        return home.resolve("logs/manager.log");
    }
}
