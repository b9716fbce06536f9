package ai.nominate.tenantmgr.product;

import static ai.nominate.tenantmgr.host.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import ai.nominate.tenantmgr.host.file.SafeFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A second manager on the product's database: for the same server and home, or for another server on a home of its own. */
final class FurtherManager implements AutoCloseable {
    private static final Duration START = Duration.ofSeconds(90);

    private final Product product;
    private final Path home;
    private final Path log;
    private final Map<String, String> variables;
    private final Api api;
    private Process process;

    private FurtherManager(Product product, Path home, Path log, Map<String, String> variables) {
        this.product = product;
        this.home = home;
        this.log = log;
        this.variables = variables;
        this.api = new Api(Integer.parseInt(variables.get("TENANTMGR_API_PORT")));
    }

    /** On the product's home, with an API port of its own. It runs. */
    static FurtherManager standby(Product product) {
        Map<String, String> variables = Map.of("TENANTMGR_API_PORT", String.valueOf(FreePorts.forProduct()));
        FurtherManager manager = new FurtherManager(
                product,
                product.home(),
                product.directory().resolve("standby-" + System.nanoTime() + ".log"),
                variables);
        manager.start();
        return manager;
    }

    /** On a home of its own that has the product's keys. It does not run yet. */
    static FurtherManager ofServer(Product product, String server) {
        try {
            Path home = Files.createDirectories(product.directory().resolve("home-of-" + server));
            FurtherManager manager =
                    new FurtherManager(product, home, home.resolve("manager.log"), variables(product, server, home));
            manager.copyKeys();
            return manager;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> variables(Product product, String server, Path home) {
        int port = FreePorts.forProduct();
        int tenants = FreePorts.forTenants(400);
        Map<String, String> variables = new HashMap<>();
        variables.put("TENANTMGR_HOME", home.toString());
        variables.put("TENANTMGR_SERVER", server);
        variables.put("TENANTMGR_DATABASE_URL", new Database(product.home()).url());
        variables.put("TENANTMGR_API_PORT", String.valueOf(port));
        variables.put("TENANTMGR_WEB_PORT", String.valueOf(port + 1));
        variables.put("TENANTMGR_HTTP_PORT", String.valueOf(port + 2));
        variables.put("TENANTMGR_HTTPS_PORT", String.valueOf(port + 3));
        variables.put("TENANTMGR_PORT_RANGE", tenants + "-" + (tenants + 399));
        return Map.copyOf(variables);
    }

    void copyKeys() throws IOException {
        Path keys = SafeFiles.directory(home.resolve("keys"), "rwx------");
        for (String file : new String[] {"secrets.json", "jwt.json"}) {
            Files.deleteIfExists(keys.resolve(file));
            Files.copy(product.home().resolve("keys").resolve(file), keys.resolve(file));
        }
    }

    void start() {
        process = product.launchBeside(variables, log);
        eventually("a further manager is ready; see " + log, START, () -> {
            assertThat(process.isAlive()).as("it runs; see %s", log).isTrue();
            return api.isReady();
        });
        api.signIn(Product.PASSWORD);
    }

    /** Starts it although it must refuse, and answers its exit code. */
    int refusesToStart() {
        process = product.launchBeside(variables, log);
        try {
            assertThat(process.waitFor(START.toSeconds(), TimeUnit.SECONDS)).isTrue();
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    void kill9() {
        process.destroyForcibly();
        await();
    }

    /** Ends it in order. */
    void terminate() {
        process.destroy();
        await();
    }

    private void await() {
        try {
            assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    Api api() {
        return api;
    }

    Path home() {
        return home;
    }

    int httpPort() {
        return Integer.parseInt(variables.get("TENANTMGR_HTTP_PORT"));
    }

    /** Whether a line of its log holds the text. */
    boolean said(String text) {
        return said(log, text);
    }

    static boolean said(Path log, String text) {
        try {
            return Files.readString(log).contains(text);
        } catch (IOException notYet) {
            return false;
        }
    }

    /** Ends it, and everything of its home unless that is the product's. */
    @Override
    public void close() {
        if (process != null && process.isAlive()) {
            process.destroyForcibly();
            await();
        }
        if (!home.equals(product.home())) {
            product.endHome(home);
        }
    }
}
