package ai.nominate.tenantmgr.deployment.step;

import ai.nominate.tenantmgr.host.process.Listener;
import ai.nominate.tenantmgr.host.unit.UnitId;
import ai.nominate.tenantmgr.kernel.PortNumber;
import ai.nominate.tenantmgr.manifest.HealthSpec;
import ai.nominate.tenantmgr.slot.HealthProbe;
import ai.nominate.tenantmgr.slot.TenantServices;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One service during the health check, and what its probes found. An answer counts only if the service's own process listens on
 * the port: a foreign process must not pass for a release that never started.
 */
final class WatchedService {
    private static final int ENOUGH = 3;

    private final UnitId id;
    private final Optional<PortNumber> port;
    private final Optional<HealthSpec> health;
    private final Duration startTimeout;
    private final TenantServices services;
    private String last = "not probed yet";
    private DeploymentProblem problem = DeploymentProblem.SERVICE_SILENT;
    private int inARow;
    private long since;

    /**
     * @param port empty for a worker, which is healthy while it runs
     * @param health empty for a service that is healthy while it listens
     */
    WatchedService(
            UnitId id,
            Optional<PortNumber> port,
            Optional<HealthSpec> health,
            Duration startTimeout,
            TenantServices services) {
        this.id = id;
        this.port = port;
        this.health = health;
        this.startTimeout = startTimeout;
        this.services = services;
    }

    UnitId id() {
        return id;
    }

    Duration startTimeout() {
        return startTimeout;
    }

    DeploymentProblem problem() {
        return problem;
    }

    void look(HealthProbe probe, DeploymentContext context) {
        String before = last;
        boolean well = port.map(number -> look(probe, number)).orElseGet(this::runs);
        if (!last.equals(before)) {
            context.say("Service " + id.service() + ": " + last);
        }
        if (!well) {
            inARow = 0;
        } else if (inARow++ == 0) {
            since = System.nanoTime();
        }
    }

    private boolean runs() {
        last = "runs";
        return true;
    }

    private boolean look(HealthProbe probe, PortNumber number) {
        boolean own = services.listens(id, number);
        HealthProbe.Answer answer = health.map(spec -> probe.ask(number, spec)).orElseGet(() -> listening(number, own));
        boolean isImpostor = answer.isWell() && !own;
        last = isImpostor ? "port " + number + " answered by another process" : answer.sentence();
        problem = isImpostor
                ? DeploymentProblem.SERVICE_IMPOSTOR
                : answer.status() == 0 ? DeploymentProblem.SERVICE_SILENT : DeploymentProblem.SERVICE_UNHEALTHY;
        if (!own) {
            last += elsewhere(number).map(hint -> "; " + hint).orElse("");
        }
        return answer.isWell() && own;
    }

    private static HealthProbe.Answer listening(PortNumber port, boolean own) {
        return new HealthProbe.Answer(
                0, own, own ? "listens on port " + port : "nothing listens on port " + port + " yet");
    }

    /** Where the service listens instead of its port, and what to write. */
    private Optional<String> elsewhere(PortNumber number) {
        List<Listener> found = services.listeners(id);
        return found.isEmpty() || found.stream().anyMatch(listener -> listener.port() == number.value())
                ? Optional.empty()
                : Optional.of("it listens on port "
                        + found.stream()
                                .map(listener -> String.valueOf(listener.port()))
                                .distinct()
                                .collect(Collectors.joining(", "))
                        + " instead: let it use the variable PORT, or pass ${PORT} in services." + id.service()
                        + ".command");
    }

    /** A warning if visitors could reach the service without NGINX. */
    Optional<String> exposure() {
        return port.filter(number -> services.listeners(id).stream()
                        .anyMatch(listener -> listener.port() == number.value() && listener.everywhere()))
                .map(number -> "Service " + id.service() + " listens on port " + number
                        + " of all addresses of this machine: requests may reach it without NGINX. Let it use the variable"
                        + " HOST (127.0.0.1), or pass ${HOST} in services." + id.service() + ".command");
    }

    boolean isProven(long now, Duration watch) {
        return inARow >= ENOUGH && now - since >= watch.toNanos();
    }

    /** Why it is late, and which field and setting give it more time. */
    String lateness(Duration watch) {
        return "Service " + id.service() + " did not become healthy within "
                + startTimeout.plus(watch).toSeconds() + " s: " + last + ". If it needs more time, raise services."
                + id.service() + ".startTimeout in tenant-app.yaml, or the setting deployment.startTimeout";
    }
}
