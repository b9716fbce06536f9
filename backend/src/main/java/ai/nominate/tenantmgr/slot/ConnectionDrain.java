package ai.nominate.tenantmgr.slot;

import ai.nominate.tenantmgr.host.command.RunInterrupted;
import ai.nominate.tenantmgr.host.process.Sockets;
import ai.nominate.tenantmgr.job.Reactive;
import ai.nominate.tenantmgr.kernel.PortNumber;
import ai.nominate.tenantmgr.kernel.Slot;
import ai.nominate.tenantmgr.settings.Settings;
import ai.nominate.tenantmgr.tenant.TenantSnapshot;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;

/** Waits until a slot has no open connection. Exact, because NGINX keeps no idle upstream connections. */
@ApplicationScoped
public class ConnectionDrain {
    private static final Duration QUIET = Duration.ofSeconds(2);
    private static final Duration LOOK = Duration.ofMillis(100);

    private final Sockets sockets;
    private final Settings settings;

    ConnectionDrain(Sockets sockets, Settings settings) {
        this.sockets = sockets;
        this.settings = settings;
    }

    /** @return the warning if connections were still open at the limit; else empty */
    public String await(TenantSnapshot tenant, Slot slot) {
        Duration limit = Reactive.await(() -> settings.get(SlotSettings.DRAIN_TIMEOUT));
        int left = open(tenant.ports().of(slot), limit);
        return left == 0
                ? ""
                : left + " connection(s) were still open after " + limit.toSeconds() + " s and were closed";
    }

    private int open(List<PortNumber> ports, Duration limit) {
        long deadline = System.nanoTime() + limit.toNanos();
        long quietSince = System.nanoTime();
        while (true) {
            int open = sockets.established(ports);
            long now = System.nanoTime();
            if (open > 0) {
                quietSince = now;
            }
            if (now - quietSince >= QUIET.toNanos()) {
                return 0;
            }
            if (now > deadline) {
                return open;
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RunInterrupted("interrupted during the drain");
        }
    }
}
