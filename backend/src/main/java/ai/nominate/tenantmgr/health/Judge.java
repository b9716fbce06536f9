package ai.nominate.tenantmgr.health;

import ai.nominate.tenantmgr.health.probe.CheckKind;
import ai.nominate.tenantmgr.health.probe.CheckTarget;
import ai.nominate.tenantmgr.health.probe.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * The states of all checks of this server, and what results make of them. Results are judged when they are written, not when they
 * arrive: by then it is known whether the fault was the manager's own. Not thread-safe.
 */
final class Judge {
    private static final String HELD = "Held back, because many tenants began to fail at once. ";

    private final Map<CheckKey, CheckState> states;
    private final Map<UUID, String> releases = new HashMap<>();
    private final Set<UUID> gone = new HashSet<>();
    private final Set<UUID> reset = new HashSet<>();
    private final Set<UUID> seen = new HashSet<>();
    private final MassFailure mass = new MassFailure();
    private final Doubt doubt;
    private Set<UUID> changing = Set.of();

    /** @param stored what the last manager of this server knew */
    Judge(Map<CheckKey, CheckState> stored, Instant begin) {
        this.states = new HashMap<>(stored);
        this.doubt = new Doubt(begin);
    }

    Doubt doubt() {
        return doubt;
    }

    Set<CheckKey> known() {
        return Set.copyOf(states.keySet());
    }

    /** Takes notice of the tenants that are checked from now on. */
    void follow(Collection<CheckTarget> targets) {
        Map<UUID, CheckTarget> byId = new HashMap<>();
        targets.forEach(target -> byId.put(target.tenant().id(), target));
        for (CheckTarget target : targets) {
            UUID id = target.tenant().id();
            String release = target.live().id()
                    + target.tenant().slot(target.live()).release().orElse("");
            String before = releases.put(id, release);
            if (before != null && !before.equals(release)) {
                reset.add(id);
                seen.remove(id); // what is stored stands until something is known of the new release
                states.keySet().removeIf(check -> check.tenant().equals(id));
            }
        }
        states.keySet().forEach(check -> {
            if (!byId.containsKey(check.tenant())) {
                gone.add(check.tenant());
            }
        });
        states.keySet().removeIf(check -> gone.contains(check.tenant()));
        releases.keySet().retainAll(byId.keySet());
        seen.retainAll(byId.keySet());
        gone.removeAll(byId.keySet());
    }

    /**
     * @param nowChanging tenants with a run that changes them; what was seen during one is no news
     * @return what is to be written; then {@link #written}
     */
    Judgement judge(List<CheckResult> results, Set<UUID> nowChanging, HealthLimits limits, Instant now) {
        List<CheckResult> honest = new ArrayList<>();
        for (CheckResult result : results) {
            UUID tenant = result.check().tenant();
            if (releases.containsKey(tenant) && !nowChanging.contains(tenant) && !changing.contains(tenant)) {
                honest.add(doubt.judge(result));
            }
        }
        honest.forEach(result -> mass.add(result, health(result.check()) != Health.UNHEALTHY));
        boolean isHeld = mass.isHeld(now, limits.massPercent());
        Map<CheckKey, CheckState> changed = new LinkedHashMap<>();
        List<CheckChange> changes = new ArrayList<>();
        List<CheckResult> samples = new ArrayList<>();
        for (CheckResult result : honest) {
            boolean isStopped = isHeld
                    && result.verdict() == Verdict.FAILED
                    && !result.isCertain()
                    && result.check().kind().isVital()
                    && health(result.check()) != Health.UNHEALTHY;
            CheckResult counted = isStopped
                    ? result.as(Verdict.UNKNOWN, HELD + result.outcome().detail())
                    : result;
            samples.add(counted);
            if (!isStopped) {
                apply(counted, limits.thresholds(), changed, changes);
            }
        }
        changing = Set.copyOf(nowChanging);
        return new Judgement(samples, changed, changes, tenants(changed, changes), Set.copyOf(reset), Set.copyOf(gone));
    }

    private void apply(
            CheckResult result, Thresholds thresholds, Map<CheckKey, CheckState> changed, List<CheckChange> changes) {
        CheckKey check = result.check();
        CheckState before = changed.getOrDefault(check, states.getOrDefault(check, CheckState.fresh(result.at())));
        CheckState after = before.after(result, thresholds);
        changed.put(check, after);
        if (after.health() != before.health()) {
            changes.add(new CheckChange(check, before.health(), after));
        }
    }

    private Health health(CheckKey check) {
        CheckState state = states.get(check);
        return state == null ? Health.UNKNOWN : state.health();
    }

    /** Tenants of which a check has changed, and those that are seen for the first time. */
    private Map<UUID, Health> tenants(Map<CheckKey, CheckState> changed, List<CheckChange> changes) {
        Set<UUID> touched = new HashSet<>();
        changes.forEach(change -> touched.add(change.check().tenant()));
        changed.keySet().stream()
                .map(CheckKey::tenant)
                .filter(tenant -> !seen.contains(tenant))
                .forEach(touched::add);
        Map<UUID, Health> tenants = new HashMap<>();
        for (UUID tenant : touched) {
            Health health = TenantHealth.of(checks(tenant, changed));
            if (health != Health.UNKNOWN || seen.contains(tenant)) {
                tenants.put(tenant, health);
            }
        }
        return tenants;
    }

    private Map<CheckKind, Health> checks(UUID tenant, Map<CheckKey, CheckState> changed) {
        Map<CheckKind, Health> checks = new HashMap<>();
        for (CheckKind kind : CheckKind.values()) {
            CheckKey check = new CheckKey(tenant, kind);
            CheckState state = changed.getOrDefault(check, states.get(check));
            if (state != null) {
                checks.put(kind, state.health());
            }
        }
        return checks;
    }

    /** The judgement is stored. */
    void written(Judgement judgement) {
        states.putAll(judgement.states());
        seen.addAll(judgement.tenants().keySet());
        gone.removeAll(judgement.gone());
        reset.removeAll(judgement.reset());
    }

    /** Since when failures of many tenants are held back or have been; null if there is no mass of them. */
    Instant massSince() {
        return mass.since();
    }
}
