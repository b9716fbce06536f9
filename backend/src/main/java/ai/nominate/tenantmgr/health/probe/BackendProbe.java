package ai.nominate.tenantmgr.health.probe;

import ai.nominate.tenantmgr.kernel.ServiceName;
import ai.nominate.tenantmgr.manifest.HealthSpec;
import ai.nominate.tenantmgr.manifest.ServiceSpec;
import ai.nominate.tenantmgr.slot.HealthProbe;
import ai.nominate.tenantmgr.slot.SlotManifests;
import ai.nominate.tenantmgr.tenant.TenantAddress;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The health paths of the services of the live slot, each on its own port, past NGINX. */
@ApplicationScoped
class BackendProbe implements SingleProbe {
    private final TenantAddress address;

    BackendProbe(TenantAddress address) {
        this.address = address;
    }

    @Override
    public CheckKind kind() {
        return CheckKind.BACKEND;
    }

    @Override
    public Outcome look(CheckTarget target) {
        HealthProbe probe = new HealthProbe(address.url(target.tenant()));
        List<String> good = new ArrayList<>();
        List<String> bad = new ArrayList<>();
        long begin = System.nanoTime();
        for (Map.Entry<ServiceName, ServiceSpec> service :
                target.manifest().services().entrySet()) {
            service.getValue().health().ifPresent(health -> {
                HealthProbe.Answer answer = ask(probe, target, service.getKey(), health);
                (answer.isWell() ? good : bad).add(service.getKey() + ": " + answer.sentence());
            });
        }
        int latency = (int) ((System.nanoTime() - begin) / 1_000_000);
        return bad.isEmpty()
                ? new Outcome(Verdict.OK, latency, String.join("; ", good))
                : new Outcome(Verdict.FAILED, latency, String.join("; ", bad));
    }

    private static HealthProbe.Answer ask(
            HealthProbe probe, CheckTarget target, ServiceName service, HealthSpec health) {
        return SlotManifests.port(target.tenant(), target.live(), target.manifest(), service)
                .map(port -> probe.ask(port, health))
                .orElseThrow();
    }
}
