package ai.nominate.tenantmgr.deployment.step;

import ai.nominate.tenantmgr.host.process.Listener;
import ai.nominate.tenantmgr.host.unit.UnitId;
import ai.nominate.tenantmgr.kernel.PortNumber;
import ai.nominate.tenantmgr.manifest.HealthSpec;
import ai.nominate.tenantmgr.slot.HealthProbe;
import ai.nominate.tenantmgr.slot.ProbeHistory;
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
    private final ProbeHistory history = new ProbeHistory(ENOUGH);
    private DeploymentProblem problem = DeploymentProblem.SERVICE_SILENT;

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

    /** The path of its health check; empty if it has none. */
    String path() {
        return health.map(HealthSpec::path).orElse("");
    }

    void look(HealthProbe probe, DeploymentContext context) {
        if (port.isEmpty()) {
            add(true, false, "runs", context);
            return;
        }
        PortNumber number = port.get();
        HealthProbe.Answer answer = health.map(spec -> probe.ask(number, spec)).orElseGet(() -> listening(number));
        // asked after the answer, because the service may have begun to listen just before it
        boolean isForeign = health.isPresent() && answer.isWell() && !services.listens(id, number);
        if (isForeign) {
            problem = DeploymentProblem.SERVICE_IMPOSTOR;
        } else if (!answer.isWell()) {
            problem = answer.status() == 0 ? DeploymentProblem.SERVICE_SILENT : DeploymentProblem.SERVICE_UNHEALTHY;
        }
        String sentence = isForeign ? "port " + number + " answered by another process" : answer.sentence();
        boolean isGood = answer.isWell() && !isForeign;
        String hint = isGood || answer.status() > 0 && !isForeign
                ? ""
                : elsewhere(number).map(found -> "; " + found).orElse("");
        add(isGood, isForeign, sentence + hint, context);
    }

    private void add(boolean isGood, boolean isForeign, String sentence, DeploymentContext context) {
        history.add(System.nanoTime(), isGood, isForeign, sentence)
                .ifPresent(news -> context.say("Service " + id.service() + ": " + news));
    }

    private HealthProbe.Answer listening(PortNumber port) {
        boolean own = services.listens(id, port);
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
        return history.isSteady(now, watch);
    }

    /** Why it is late, and which field and setting give it more time. */
    String lateness(Duration watch) {
        return "Service " + id.service() + " did not become healthy within "
                + startTimeout.plus(watch).toSeconds() + " s: " + history.summary()
                + ". If it needs more time, raise services."
                + id.service() + ".startTimeout in tenant-app.yaml, or the setting deployment.startTimeout";
    }
}
