package ai.nominate.tenantmgr;

import ai.nominate.tenantmgr.host.file.Home;
import ai.nominate.tenantmgr.host.file.HomeInUse;
import ai.nominate.tenantmgr.host.file.StartLock;
import ai.nominate.tenantmgr.host.postgres.EmbeddedPostgres;
import ai.nominate.tenantmgr.host.postgres.PostgresAddress;
import ai.nominate.tenantmgr.host.postgres.PostgresFailed;
import ai.nominate.tenantmgr.host.postgres.PostgresWatch;
import ai.nominate.tenantmgr.web.StartupRefused;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.io.PrintStream;
import java.net.BindException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * Begins before the application does: makes the home's keys, and brings up the embedded PostgreSQL unless another server is
 * named. A second manager on the same home finds both. Refuses with one sentence, not with a stack trace.
 */
@QuarkusMain
public final class Main {
    private static final Duration START = Duration.ofSeconds(90);
    private static final Duration POSTGRES = Duration.ofSeconds(60);

    /** EX_TEMPFAIL of sysexits.h: the same start may succeed later. */
    private static final int TRY_AGAIN = 75;

    private static final PrintStream ERROR = System.err;

    private Main() {}

    public static void main(String... arguments) {
        Home home = new Home(Path.of(setting("TENANTMGR_HOME", ".data")));
        try {
            if (arguments.length > 0) {
                System.out.println(new OfflineCommands(home).run(arguments));
                return;
            }
            Map<String, String> properties = new HashMap<>();
            try (StartLock lock = StartLock.take(home, START)) {
                properties.putAll(new Installation(home).prepare(System.getenv("TENANTMGR_ADMIN_PASSWORD")));
                properties.putAll(databases(home));
            }
            LogFormat log = LogFormat.of(System.getenv("TENANTMGR_LOG_FORMAT"), LogFormat.isAtTerminal());
            properties.putAll(log.properties());
            properties.forEach(System::setProperty);
            if (log == LogFormat.JSON) {
                System.setErr(StandardError.asLog());
            }
            Thread.setDefaultUncaughtExceptionHandler(Main::unexpected);
            Quarkus.run(null, Main::end, arguments);
        } catch (IllegalArgumentException e) {
            ERROR.println(e.getMessage());
            System.exit(StartupRefused.EXIT_CODE);
        } catch (HomeInUse | PostgresFailed e) {
            ERROR.println(e.getMessage());
            System.exit(TRY_AGAIN);
        }
    }

    /** Logged in the configured format, like all other errors. */
    private static void unexpected(Thread thread, Throwable e) {
        Logger.getLogger(Main.class).errorf(e, "Thread %s ended unexpectedly", thread.getName());
    }

    private static void end(int code, Throwable failure) {
        Optional<String> refusal = StartupRefused.sentence(failure).or(() -> portTaken(failure));
        refusal.ifPresent(ERROR::println);
        if (failure != null && refusal.isEmpty()) {
            failure.printStackTrace(ERROR);
        }
        System.exit(refusal.isPresent() ? StartupRefused.EXIT_CODE : code);
    }

    private static Optional<String> portTaken(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                        .limit(20)
                        .anyMatch(BindException.class::isInstance)
                ? Optional.of("Port " + setting("TENANTMGR_API_PORT", "32200")
                        + " is taken by another program. End that, or set TENANTMGR_API_PORT.")
                : Optional.empty();
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
