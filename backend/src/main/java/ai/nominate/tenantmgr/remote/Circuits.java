package ai.nominate.tenantmgr.remote;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A circuit breaker for each tenant: leaves an application alone that did not answer three times in a row. After the pause one request
 * tries again. Another release or slot is another application. Only failing tenants are remembered, until the manager's end.
 */
@ApplicationScoped
class Circuits {
    static final int FAILURES = 3;
    static final Duration PAUSE = Duration.ofSeconds(30);

    private final Clock clock;
    private final Map<UUID, Circuit> failing = new ConcurrentHashMap<>();

    Circuits(Clock clock) {
        this.clock = clock;
    }

    private record Circuit(String application, int failures, Instant openUntil) {}

    /** How long to wait; empty if the application may be asked now, and then only by this caller after a pause. */
    Optional<Duration> pause(UUID tenant, String application) {
        Instant now = clock.instant();
        Circuit circuit = failing.get(tenant);
        if (circuit == null || !circuit.application().equals(application) || circuit.failures() < FAILURES) {
            return Optional.empty();
        }
        if (now.isBefore(circuit.openUntil())) {
            return Optional.of(Duration.between(now, circuit.openUntil()));
        }
        boolean isFirst =
                failing.replace(tenant, circuit, new Circuit(application, circuit.failures(), now.plus(PAUSE)));
        return isFirst ? Optional.empty() : Optional.of(PAUSE);
    }

    void answered(UUID tenant) {
        failing.remove(tenant);
    }

    void failed(UUID tenant, String application) {
        Instant until = clock.instant().plus(PAUSE);
        failing.merge(
                tenant,
                new Circuit(application, 1, until),
                (before, first) -> before.application().equals(application)
                        ? new Circuit(application, before.failures() + 1, until)
                        : first);
    }
}
