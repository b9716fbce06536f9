package ai.nominate.tenantmgr.slot;

import ai.nominate.tenantmgr.host.file.SafeFiles;
import ai.nominate.tenantmgr.host.unit.Supervisor;
import ai.nominate.tenantmgr.host.unit.Unit;
import ai.nominate.tenantmgr.host.unit.UnitId;
import ai.nominate.tenantmgr.host.unit.UnitStatus;
import ai.nominate.tenantmgr.job.Permit;
import ai.nominate.tenantmgr.kernel.PortNumber;
import ai.nominate.tenantmgr.kernel.ServiceName;
import ai.nominate.tenantmgr.kernel.Slot;
import ai.nominate.tenantmgr.kernel.TenantSlug;
import ai.nominate.tenantmgr.tenant.TenantFiles;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Starts, keeps, stops and looks at the services of a tenant's slots. Blocks its caller. */
@ApplicationScoped
public class TenantServices {
    private final Supervisor supervisor;
    private final TenantFiles files;
    private final SlotLimits limits;

    TenantServices(Supervisor supervisor, TenantFiles files, SlotLimits limits) {
        this.supervisor = supervisor;
        this.files = files;
        this.limits = limits;
    }

    /** The services of a slot: those that have a launch file. */
    public List<Unit> units(TenantSlug slug, Slot slot) {
        return Arrays.stream(ServiceName.values())
                .filter(service -> Files.isRegularFile(files.launch(slug, slot, service), LinkOption.NOFOLLOW_LINKS))
                .map(service -> new Unit(
                        new UnitId(slug, slot, service),
                        files.launch(slug, slot, service),
                        files.release(slug, slot),
                        files.log(slug, slot, service),
                        limits.of(slug, slot, service)))
                .toList();
    }

    /** Starts what does not run yet. Not started again when it dies, until it is kept. */
    public void start(TenantSlug slug, Slot slot, Permit permit) {
        for (Unit unit : units(slug, slot)) {
            SafeFiles.directory(unit.log().getParent(), "rwx------");
            supervisor.start(unit, permit);
        }
    }

    /** From now on started again when they die. */
    public void keep(TenantSlug slug, Slot slot) {
        units(slug, slot).forEach(supervisor::keep);
    }

    /** Ends every service of a slot, also one that has no launch file any more. */
    public void stop(TenantSlug slug, Slot slot, Duration grace, Permit permit) {
        Stream.of(ServiceName.values())
                .parallel()
                .forEach(service -> supervisor.stop(new UnitId(slug, slot, service), grace, permit));
    }

    /** Drops what is remembered of a tenant's services. They must have been stopped. */
    public void forget(TenantSlug slug) {
        supervisor.forget(slug);
    }

    public UnitStatus status(UnitId id) {
        return supervisor.status(id);
    }

    public List<UnitStatus> statuses(TenantSlug slug) {
        return supervisor.statuses(slug);
    }

    /** The end of a service's own log. */
    public List<String> lastLines(UnitId id, int count) {
        return supervisor.lastLines(id, count);
    }

    /** Whether the port is answered by the service itself, and not by a stranger. */
    public boolean listens(UnitId id, PortNumber port) {
        return supervisor.listens(id, port);
    }

    /** The services of many tenants, in one look at the machine. */
    public Map<TenantSlug, List<UnitStatus>> statuses(Set<TenantSlug> tenants) {
        return supervisor.statuses(tenants);
    }

    /** Whether a unit is written down for the next manager. */
    boolean isRecorded(Unit unit) {
        return supervisor.isRecorded(unit);
    }
}
