package ai.nominate.tenantmgr.alert.plan;

import ai.nominate.tenantmgr.alert.finding.Finding;
import ai.nominate.tenantmgr.alert.finding.Severity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Lets one alert speak for many tenants that fail at once. It opens with enough young alerts that nobody was told of, takes those that
 * follow soon, and is over when all of them are.
 */
final class MassFolding {
    private final MassPolicy policy;
    private final Supplier<UUID> ids;

    MassFolding(MassPolicy policy, Supplier<UUID> ids) {
        this.policy = policy;
        this.ids = ids;
    }

    void fold(Changes changes, List<OpenAlert> open, Instant now) {
        List<OpenAlert> failing = Stream.concat(
                        open.stream().filter(alert -> !changes.ended().contains(alert.id())),
                        changes.opened().stream().map(Changes.Opened::alert))
                .filter(alert -> alert.kind().equals(MassPolicy.KIND) && alert.tenant() != null)
                .toList();
        Optional<OpenAlert> present = open.stream().filter(OpenAlert::isMass).findFirst();
        if (present.isPresent()) {
            join(changes, present.get(), failing, now);
        } else {
            begin(changes, failing, now);
        }
    }

    private void join(Changes changes, OpenAlert mass, List<OpenAlert> failing, Instant now) {
        if (policy.takesMore(mass, tenants(failing), now)) {
            changes.opened().replaceAll(each -> isFoldable(each) ? folded(each, mass.id()) : each);
        }
        boolean isOver = failing.stream().noneMatch(alert -> mass.id().equals(alert.foldedInto()))
                && changes.opened().stream()
                        .noneMatch(each -> mass.id().equals(each.alert().foldedInto()));
        if (isOver) {
            changes.ended().add(mass.id());
        }
    }

    private void begin(Changes changes, List<OpenAlert> failing, Instant now) {
        List<OpenAlert> young = failing.stream()
                .filter(alert -> alert.isOwn() && !alert.isTold() && policy.isYoung(alert, now))
                .toList();
        if (!policy.isMass(tenants(young))) {
            return;
        }
        UUID id = ids.get();
        List<Finding> about = new ArrayList<>();
        Set<UUID> fresh = new HashSet<>();
        changes.opened().replaceAll(each -> {
            if (!isFoldable(each)) {
                return each;
            }
            fresh.add(each.alert().id());
            about.add(each.finding());
            return folded(each, id);
        });
        young.stream().filter(alert -> !fresh.contains(alert.id())).forEach(alert -> {
            changes.folded().add(new Changes.Folded(alert.id(), id));
            about.add(new Finding(alert.key(), alert.severity(), alert.tenant(), alert.title(), "", alert.opened()));
        });
        Finding mass = new Finding(
                OpenAlert.massKey(),
                Severity.CRITICAL,
                null,
                "Many tenants fail at once",
                tenants(young) + " of " + policy.serving()
                        + " tenants of this server began to fail within minutes. The cause is "
                        + "probably the machine, its network or something that they share",
                now);
        changes.opened().addFirst(new Changes.Opened(OpenAlert.of(id, MassPolicy.KIND, mass, null, now), mass, about));
    }

    private static boolean isFoldable(Changes.Opened opened) {
        return opened.alert().kind().equals(MassPolicy.KIND) && opened.alert().tenant() != null;
    }

    /** It gets no message of its own. */
    private static Changes.Opened folded(Changes.Opened opened, UUID into) {
        OpenAlert alert = opened.alert();
        return new Changes.Opened(
                OpenAlert.of(alert.id(), alert.kind(), opened.finding(), into, alert.opened()),
                opened.finding(),
                List.of());
    }

    private static long tenants(List<OpenAlert> alerts) {
        return alerts.stream().map(alert -> alert.tenant().id()).distinct().count();
    }
}
