package ai.nominate.tenantmgr.port;

import ai.nominate.tenantmgr.job.Reactive;
import ai.nominate.tenantmgr.kernel.PortRange;
import ai.nominate.tenantmgr.kernel.ProblemException;
import ai.nominate.tenantmgr.settings.Setting;
import ai.nominate.tenantmgr.settings.SettingGuard;
import ai.nominate.tenantmgr.web.StartupRefused;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.stream.Collectors;

/** Keeps the range from leaving a tenant outside, whether a setting or the environment changes it. */
@ApplicationScoped
class RangeGuard implements SettingGuard {
    private static final int EARLY = 200;
    private static final int NAMED = 10;
    private static final String OUTSIDE = "state = 'leased' and (first < ?1 or first + 3 > ?2) order by first";

    private final PortBlockOwners owners;

    RangeGuard(PortBlockOwners owners) {
        this.owners = owners;
    }

    @Override
    public Setting<?> setting() {
        return PortSettings.PORT_RANGE;
    }

    @Override
    public Uni<Void> admit(String text) {
        PortRange range = PortRange.of(text);
        return Panache.getSession()
                .flatMap(PortRanges::alone)
                .flatMap(alone -> outside(range))
                .map(blocks -> {
                    if (!blocks.isEmpty()) {
                        throw new ProblemException(PortProblem.RANGE_IN_USE, "Outside of " + range + " lie " + blocks)
                                .withError("value", "must hold the blocks of all tenants");
                    }
                    return null;
                });
    }

    /** A setting stays what it was when the variable changes; so this can only be the variable's fault. */
    void onStart(@Observes @Priority(EARLY) StartupEvent start, PortRanges ranges) {
        PortRange range = Reactive.await(ranges::now);
        String blocks = Reactive.transaction(() -> outside(range));
        if (!blocks.isEmpty()) {
            throw StartupRefused.because(
                    "TENANTMGR_PORT_RANGE " + range + " leaves out blocks of ports that tenants have: " + blocks
                            + ". Widen it, or delete these tenants under the old range first.");
        }
    }

    /** For people: {@code 20000 (acme), 20004 (globex) and 3 more}; empty when all lie inside. */
    private Uni<String> outside(PortRange range) {
        return PortLease.<PortLease>list(OUTSIDE, range.first(), range.last()).flatMap(leases -> {
            List<PortLease> named = leases.stream().limit(NAMED).toList();
            return owners.slugs(named.stream().map(lease -> lease.tenantId).toList())
                    .map(slugs -> named.stream()
                                    .map(lease -> lease.first + " (" + slugs.get(lease.tenantId) + ")")
                                    .collect(Collectors.joining(", "))
                            + (leases.size() > NAMED ? " and " + (leases.size() - NAMED) + " more" : ""));
        });
    }
}
