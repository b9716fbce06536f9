package ai.nominate.tenantmgr.overview;

import ai.nominate.tenantmgr.kernel.Actor;
import ai.nominate.tenantmgr.kernel.ProblemException;
import ai.nominate.tenantmgr.kernel.RequestProblem;
import ai.nominate.tenantmgr.port.PortUse;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** Puts the start page together. A caller limited to some tenants gets these tenants, and nothing of the machines. */
@ApplicationScoped
class Overview {
    private final Counts counts;
    private final LatestDeployments deployments;
    private final Attention attention;
    private final Machines machines;
    private final PortUse ports;
    private final SampleTable samples;
    private final LastMinutes minutes;
    private final Clock clock;

    Overview(
            Counts counts,
            LatestDeployments deployments,
            Attention attention,
            Machines machines,
            PortUse ports,
            SampleTable samples,
            LastMinutes minutes,
            Clock clock) {
        this.counts = counts;
        this.deployments = deployments;
        this.attention = attention;
        this.machines = machines;
        this.ports = ports;
        this.samples = samples;
        this.minutes = minutes;
        this.clock = clock;
    }

    Uni<OverviewView> of(Actor actor) {
        UUID[] seen = actor.tenants().map(some -> some.toArray(UUID[]::new)).orElse(null);
        boolean isLimited = seen != null;
        Uni<List<OverviewView.Server>> servers = isLimited ? Uni.createFrom().item(List.of()) : machines.servers();
        Uni<OverviewView.Facts> facts = isLimited ? Uni.createFrom().nullItem() : machines.facts();
        Uni<OverviewView.Ports> blocks = isLimited
                ? Uni.createFrom().nullItem()
                : ports.blocks().map(all -> new OverviewView.Ports(all.free(), all.total()));
        return Uni.combine()
                .all()
                .unis(
                        counts.of(seen),
                        deployments.of(seen),
                        attention.of(seen),
                        servers,
                        facts,
                        blocks,
                        minutes.of(seen))
                .asTuple()
                .map(all -> new OverviewView(
                        all.getItem1(),
                        all.getItem6(),
                        all.getItem2(),
                        all.getItem3(),
                        all.getItem4(),
                        all.getItem7(),
                        all.getItem5()));
    }

    Uni<MetricsView> metrics(String from, String to, Actor actor) {
        MetricsQuery query = MetricsQuery.of(from, to, clock.instant());
        if (actor.tenants().isPresent()) {
            throw new ProblemException(
                    RequestProblem.FORBIDDEN, "A token limited to some tenants cannot see what the machines use");
        }
        return samples.read(query);
    }
}
