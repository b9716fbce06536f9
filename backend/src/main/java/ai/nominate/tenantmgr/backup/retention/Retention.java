package ai.nominate.tenantmgr.backup.retention;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Applies a policy. A backup that failed its proof fills no place of a good one. The newest proven backup is kept whatever the policy
 * says, and so is the newest of all: there is always something to go back to.
 */
public final class Retention {
    /** Days for which a backup is kept that was taken before a migration, a delete or a restore. */
    static final int GUARD_DAYS = 14;

    private static final Comparator<Candidate> NEWEST =
            Comparator.comparing(Candidate::at).thenComparing(Candidate::id).reversed();

    private final Policy policy;
    private final ZoneId zone;
    private final Instant now;

    /** @param zone whose days, weeks, months and years count */
    public Retention(Policy policy, ZoneId zone, Instant now) {
        this.policy = policy;
        this.zone = zone;
        this.now = now;
    }

    /** What is kept and why, newest first. Only complete backups are given. */
    public List<Kept> apply(List<Candidate> backups) {
        List<Candidate> newest = backups.stream().sorted(NEWEST).toList();
        List<Candidate> good = newest.stream()
                .filter(each -> each.proof() != Candidate.Proof.FAILED)
                .toList();
        Map<Candidate, List<String>> reasons = new LinkedHashMap<>();
        newest.forEach(each -> reasons.put(each, new ArrayList<>()));
        good.stream().limit(1).forEach(each -> reasons.get(each).add("newest"));
        good.stream()
                .filter(each -> each.proof() == Candidate.Proof.PROVEN)
                .limit(1)
                .forEach(each -> reasons.get(each).add("newest that is proven"));
        good.stream().limit(policy.last()).forEach(each -> reasons.get(each).add("one of the last " + policy.last()));
        for (Bucket bucket : Bucket.values()) {
            fill(bucket, good, reasons);
        }
        for (Candidate each : newest) {
            byAge(each, reasons.get(each));
        }
        return newest.stream().map(each -> new Kept(each, reasons.get(each))).toList();
    }

    private void fill(Bucket bucket, List<Candidate> good, Map<Candidate, List<String>> reasons) {
        Set<Object> seen = new HashSet<>();
        for (Candidate each : good) {
            if (seen.size() == bucket.count(policy)) {
                return;
            }
            if (seen.add(bucket.of(each.at().atZone(zone)))) {
                reasons.get(each).add(bucket.reason());
            }
        }
    }

    private void byAge(Candidate backup, List<String> reasons) {
        if (backup.held()) {
            reasons.add("held");
        }
        if (isWithin(backup, policy.withinDays())) {
            reasons.add("of the last " + policy.withinDays() + " days");
        }
        if (backup.guard() && isWithin(backup, GUARD_DAYS)) {
            reasons.add("taken before a change, " + GUARD_DAYS + " days");
        }
    }

    private boolean isWithin(Candidate backup, int days) {
        return days > 0
                && !backup.at().isBefore(now.atZone(zone).minusDays(days).toInstant());
    }
}
