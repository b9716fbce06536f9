package ai.nominate.tenantmgr.health;

import ai.nominate.tenantmgr.health.probe.CheckKind;
import ai.nominate.tenantmgr.health.probe.CheckTarget;
import ai.nominate.tenantmgr.kernel.TenantSlug;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.UUID;

/**
 * When each check of this server is due, in memory: there is no row for it, because a place within the interval follows from the check
 * itself. Thread-safe.
 */
final class Schedule {
    /** Within this time a tenant that was deployed is checked for the first time. */
    private static final Duration FIRST = Duration.ofSeconds(5);

    private final Map<UUID, CheckTarget> targets = new HashMap<>();
    private final Map<CheckKey, Instant> next = new HashMap<>();
    private final PriorityQueue<Due> queue = new PriorityQueue<>(Comparator.comparing(Due::at));
    private HealthLimits limits;

    /** A check that is due, and since when. */
    record Due(CheckKey check, Instant at) {}

    /**
     * Replaces the tenants that are checked. Checks that stay keep their time.
     *
     * @param known whether a check has been made before, by this manager or another one
     */
    synchronized void set(Collection<CheckTarget> wanted, HealthLimits newLimits, Set<CheckKey> known, Instant now) {
        boolean isRespaced = limits != null
                && (!limits.interval().equals(newLimits.interval())
                        || !limits.slowInterval().equals(newLimits.slowInterval()));
        limits = newLimits;
        targets.clear();
        wanted.forEach(target -> targets.put(target.tenant().id(), target));
        next.keySet().removeIf(check -> !isWanted(check));
        for (CheckTarget target : wanted) {
            for (CheckKind kind : target.kinds()) {
                CheckKey check = new CheckKey(target.tenant().id(), kind);
                if (isRespaced || !next.containsKey(check)) {
                    put(check, known.contains(check) ? regular(check, now) : now.plus(Phase.spread(check, FIRST)));
                }
            }
        }
    }

    /** Takes the checks that are due; each is due again at its regular time. */
    synchronized List<Due> take(Instant now) {
        List<Due> due = new ArrayList<>();
        while (!queue.isEmpty() && !queue.peek().at().isAfter(now)) {
            Due first = queue.poll();
            if (first.at().equals(next.get(first.check()))) {
                due.add(first);
                put(first.check(), regular(first.check(), now));
            }
        }
        return due;
    }

    /** Makes a check due at this time, unless it is due earlier. */
    synchronized void advance(CheckKey check, Instant at) {
        Instant present = next.get(check);
        if (present != null && present.isAfter(at)) {
            put(check, at);
        }
    }

    synchronized Optional<CheckTarget> target(UUID tenant) {
        return Optional.ofNullable(targets.get(tenant));
    }

    synchronized Optional<CheckTarget> target(TenantSlug slug) {
        return targets.values().stream()
                .filter(target -> target.tenant().slug().equals(slug))
                .findFirst();
    }

    synchronized Duration interval(CheckKind kind) {
        return limits.of(kind);
    }

    private boolean isWanted(CheckKey check) {
        CheckTarget target = targets.get(check.tenant());
        return target != null && target.kinds().contains(check.kind());
    }

    private Instant regular(CheckKey check, Instant now) {
        return Phase.next(check, limits.of(check.kind()), now);
    }

    private void put(CheckKey check, Instant at) {
        next.put(check, at);
        queue.add(new Due(check, at));
    }
}
