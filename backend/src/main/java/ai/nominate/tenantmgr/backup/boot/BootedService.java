package ai.nominate.tenantmgr.backup.boot;

import ai.nominate.tenantmgr.host.process.ChildProcess;
import ai.nominate.tenantmgr.slot.HealthProbe;
import ai.nominate.tenantmgr.slot.ProbeHistory;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** One started service and what its health checks answered. Nobody else is in its network, so every answer is its own. */
final class BootedService {
    private static final int ENOUGH = 3;
    private static final int LAST_LINES = 20;

    private final BootPlan.Service service;
    private final ChildProcess process;
    private final long start = System.nanoTime();
    private final ProbeHistory history = new ProbeHistory(ENOUGH);

    private BootedService(BootPlan.Service service, ChildProcess process) {
        this.service = service;
        this.process = process;
    }

    static BootedService start(BootPlan.Service service) throws IOException {
        return new BootedService(service, ChildProcess.start(service.launch(), service.log()));
    }

    void look(HealthProbe probe) {
        HealthProbe.Answer answer = service.health()
                .map(health -> probe.ask(service.port(), health))
                .orElseGet(this::listening);
        history.add(System.nanoTime(), answer.isWell(), false, answer.sentence());
    }

    private HealthProbe.Answer listening() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), service.port().value())) {
            return new HealthProbe.Answer(0, socket.isConnected(), "listens on its port");
        } catch (IOException e) {
            return new HealthProbe.Answer(0, false, "nothing listens on its port");
        }
    }

    boolean isHealthy() {
        return history.isSteady(System.nanoTime(), Duration.ZERO);
    }

    /** Why it will not become healthy; empty while it may. */
    Optional<String> fault() {
        if (process.exit().isPresent()) {
            return Optional.of("Service " + service.name() + " exited with code " + process.exit().getAsInt());
        }
        boolean isLate = System.nanoTime() - start > service.patience().toNanos() && !isHealthy();
        return isLate
                ? Optional.of("Service " + service.name() + " did not become healthy within "
                        + service.patience().toSeconds() + " s: " + history.summary())
                : Optional.empty();
    }

    String sentence() {
        return "Service " + service.name() + ": " + history.summary();
    }

    List<String> lastLines() {
        return process.lastLines(LAST_LINES);
    }

    /** What it has started itself ends with the namespace. */
    void end() {
        process.kill();
    }
}
