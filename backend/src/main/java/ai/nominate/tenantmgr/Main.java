package ai.nominate.tenantmgr;

import ai.nominate.tenantmgr.host.file.Home;
import ai.nominate.tenantmgr.host.file.HomeInUse;
import ai.nominate.tenantmgr.host.file.HomeLock;
import ai.nominate.tenantmgr.host.postgres.EmbeddedPostgres;
import ai.nominate.tenantmgr.host.postgres.PostgresAddress;
import ai.nominate.tenantmgr.host.postgres.PostgresFailed;
import ai.nominate.tenantmgr.host.postgres.PostgresWatch;
import ai.nominate.tenantmgr.web.StartupRefused;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Runs before the application: locks the home, creates its keys, and starts the embedded PostgreSQL unless another
 * server is configured. Refuses with one sentence instead of a stack trace.
 */
@QuarkusMain
public final class Main {
    private static final Duration POSTGRES = Duration.ofSeconds(60);

    private static final PrintStream ERROR = System.err;

    private Main() {}

    public static void main(String... arguments) {
        Home home = new Home(Path.of(setting("TENANTMGR_HOME", ".data")));
        try {
            if (arguments.length > 0) {
                System.out.println(new OfflineCommands(home).run(arguments));
                return;
            }
            HomeLock lock = HomeLock.take(home);
            Map<String, String> properties =
                    new HashMap<>(new Installation(home).prepare(System.getenv("TENANTMGR_ADMIN_PASSWORD")));
            properties.putAll(databases(home));
            LogFormat log = LogFormat.of(System.getenv("TENANTMGR_LOG_FORMAT"), LogFormat.isAtTerminal());
            properties.putAll(log.properties());
            properties.forEach(System::setProperty);
            if (log == LogFormat.JSON) {
                System.setErr(StandardError.asLog());
            }
            Thread.setDefaultUncaughtExceptionHandler(Main::unexpected);
            Quarkus.run(null, (code, failure) -> end(lock, code, failure), arguments);
        } catch (HomeInUse | PostgresFailed | IllegalArgumentException e) {
            ERROR.println(e.getMessage());
            System.exit(75);
        }
    }

    /** Logged in the configured format, like all other errors. */
    private static void unexpected(Thread thread, Throwable e) {
        Logger.getLogger(Main.class).errorf(e, "Thread %s ended unexpectedly", thread.getName());
    }

    private static void end(HomeLock lock, int code, Throwable failure) {
        Optional<String> refusal = StartupRefused.sentence(failure);
        refusal.ifPresent(ERROR::println);
        if (failure != null && refusal.isEmpty()) {
            failure.printStackTrace(ERROR);
        }
        lock.close();
        System.exit(refusal.isPresent() ? StartupRefused.EXIT_CODE : code);
    }

    private static Map<String, String> databases(Home home) {
        String own = System.getenv("TENANTMGR_DATABASE_URL");
        String tenants = System.getenv("TENANTMGR_TENANT_DATABASE_URL");
        if (own != null && !own.isBlank()) {
            return DatabaseUrls.of(own, tenants);
        }
        EmbeddedPostgres postgres = new EmbeddedPostgres(home);
        PostgresAddress address = postgres.prepare();
        postgres.launch();
        postgres.await(POSTGRES);
        PostgresWatch.over(postgres);
        return DatabaseUrls.of(DatabaseUrls.url(address), tenants);
    }

    private static String setting(String name, String standard) {
        String value = System.getenv(name);
        return value == null || value.isBlank() ? standard : value;
    }
}
