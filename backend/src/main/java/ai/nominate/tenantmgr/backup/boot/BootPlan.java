package ai.nominate.tenantmgr.backup.boot;

import ai.nominate.tenantmgr.kernel.PortNumber;
import ai.nominate.tenantmgr.manifest.HealthSpec;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What is started and asked.
 *
 * @param site the address for which visitors would ask
 * @param database whether the services reach a database, by the socket file
 * @param services those with a port; workers are not started
 * @param persons asked once all services are healthy
 */
public record BootPlan(URI site, boolean database, List<Service> services, Optional<Question> persons) {
    /** Where the services find their database: the usual port of their own loopback. */
    public static final int DATABASE_PORT = 5432;

    /** The socket file of the database, which is mounted there. */
    public static final Path DATABASE_SOCKET = Path.of("/database/.s.PGSQL." + DATABASE_PORT);

    public BootPlan {
        services = List.copyOf(services);
    }

    /**
     * @param launch an executable file that becomes the service
     * @param log takes its output
     * @param patience until it has to be healthy
     * @param health empty for a service that is healthy while it listens
     */
    public record Service(
            String name, PortNumber port, Path launch, Path log, Duration patience, Optional<HealthSpec> health) {}

    /** @param token empty for none */
    public record Question(PortNumber port, String path, String token) {
        @Override
        public String toString() {
            return port + path;
        }
    }
}
