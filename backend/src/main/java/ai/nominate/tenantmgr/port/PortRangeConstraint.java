package ai.nominate.tenantmgr.port;

import ai.nominate.tenantmgr.job.Reactive;
import ai.nominate.tenantmgr.kernel.OwnServer;
import ai.nominate.tenantmgr.kernel.PortRange;
import ai.nominate.tenantmgr.kernel.ProblemException;
import ai.nominate.tenantmgr.kernel.StartupPhase;
import ai.nominate.tenantmgr.settings.Setting;
import ai.nominate.tenantmgr.settings.SettingConstraint;
import ai.nominate.tenantmgr.web.StartupRefused;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.stream.Collectors;

/** Rejects a range that excludes a tenant's block, whether a setting or the environment changes it. */
@ApplicationScoped
class PortRangeConstraint implements SettingConstraint {
    private static final int MOST_LISTED = 10;
    private static final String OUTSIDE =
            "serverId = ?3 and state = 'leased' and (first < ?1 or first + size - 1 > ?2) order by first";

    private final PortBlockOwners owners;
    private final PortRanges ranges;
    private final OwnServer server;

    PortRangeConstraint(PortBlockOwners owners, PortRanges ranges, OwnServer server) {
        this.owners = owners;
        this.ranges = ranges;
        this.server = server;
    }

    @Override
    public Setting<?> setting() {
        return PortSettings.PORT_RANGE;
    }

    @Override
    public Uni<Void> check(String text) {
        PortRange range = PortRange.of(text);
        return Panache.getSession()
                .flatMap(ranges::lockExclusively)
                .flatMap(alone -> blocksOutside(range))
                .invoke(blocks -> {
                    if (!blocks.isEmpty()) {
                        throw new ProblemException(
                                        PortProblem.RANGE_IN_USE, "Blocks outside of " + range + ": " + blocks)
                                .withError("value", "must include the blocks of all tenants");
                    }
                })
                .flatMap(inside -> ranges.publish(range));
    }

    /** An explicit setting is independent of the variable, so only the variable can be wrong here. */
    void onStart(@Observes @Priority(StartupPhase.ROWS) StartupEvent start) {
        PortRange range = Reactive.await(ranges::current);
        String blocks = Reactive.transaction(() -> blocksOutside(range));
        if (!blocks.isEmpty()) {
            throw StartupRefused.because("TENANTMGR_PORT_RANGE " + range + " excludes port blocks of existing tenants: "
                    + blocks + ". Widen it, or delete these tenants under the old range first.");
        }
    }

    /** For users: {@code 20000 (acme), 20004 (globex) and 3 more}; empty if none is outside. */
    private Uni<String> blocksOutside(PortRange range) {
        return PortLease.<PortLease>list(OUTSIDE, range.first(), range.last(), server.id())
                .flatMap(leases -> {
                    List<PortLease> named = leases.stream().limit(MOST_LISTED).toList();
                    return owners.slugs(
                                    named.stream().map(lease -> lease.tenantId).toList())
                            .map(slugs -> named.stream()
                                            .map(lease -> lease.first + " (" + slugs.get(lease.tenantId) + ")")
                                            .collect(Collectors.joining(", "))
                                    + (leases.size() > MOST_LISTED
                                            ? " and " + (leases.size() - MOST_LISTED) + " more"
                                            : ""));
                });
    }
}
