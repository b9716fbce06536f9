package campaign;

import java.time.Duration;
import java.time.Instant;

/** The start of a service: logs one line with its address, or with the reason it failed. */
final class Launch {
    interface Start {
        void run() throws Exception;
    }

    private Launch() {}

    static void orExplain(String service, Start start) {
        try {
            start.run();
        } catch (Exception e) {
            Log.error(
                    "the " + service + " cannot do this",
                    "reason",
                    e.getMessage(),
                    "error",
                    e.getClass().getSimpleName());
            System.exit(1);
        }
    }

    static void announce(String service, Environment environment, WebServer web) {
        Instant began = ProcessHandle.current().info().startInstant().orElseGet(Instant::now);
        Log.info(
                service + " is listening",
                "port",
                web.port(),
                "release",
                environment.releaseId(),
                "label",
                environment.releaseLabel(),
                "ms",
                Duration.between(began, Instant.now()).toMillis());
    }
}
