package ai.nominate.tenantmgr.backup;

import ai.nominate.tenantmgr.backup.retention.Candidate;
import ai.nominate.tenantmgr.backup.retention.Kept;
import ai.nominate.tenantmgr.backup.retention.Policy;
import ai.nominate.tenantmgr.backup.retention.Retention;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Applies the retention to the backups of a tenant: marks what is not kept, and takes the mark from what is kept again. Every method
 * runs in the caller's session or transaction.
 */
@ApplicationScoped
class Keeping {
    /** Between the mark and the removal of the files: time to notice a mistake. */
    static final Duration GRACE = Duration.ofHours(72);

    private final BackupEvents events;
    private final Clock clock;

    Keeping(BackupEvents events, Clock clock) {
        this.events = events;
        this.clock = clock;
    }

    /** @return how many are marked now that were not */
    Uni<Integer> apply(UUID tenant) {
        return ScheduleRow.<ScheduleRow>findById(tenant)
                .flatMap(schedule -> complete(tenant).flatMap(rows -> mark(rows, decide(rows, schedule))));
    }

    /** What a policy would do; changes nothing. */
    Uni<List<Kept>> preview(UUID tenant, Policy policy, ZoneId zone) {
        return complete(tenant).map(rows -> new Retention(policy, zone, clock.instant()).apply(candidates(rows)));
    }

    private List<Kept> decide(List<BackupRow> rows, ScheduleRow schedule) {
        Policy policy = schedule == null ? Policy.STANDARD : schedule.policy();
        ZoneId zone = schedule == null ? ZoneId.systemDefault() : ZoneId.of(schedule.zone);
        return new Retention(policy, zone, clock.instant()).apply(candidates(rows));
    }

    private Uni<Integer> mark(List<BackupRow> rows, List<Kept> decided) {
        Map<UUID, Kept> byId =
                decided.stream().collect(Collectors.toMap(each -> each.backup().id(), Function.identity()));
        List<BackupRow> changed =
                rows.stream().filter(row -> note(row, byId.get(row.id))).toList();
        long marked = changed.stream().filter(row -> row.purgeAt != null).count();
        return Panache.flush()
                .flatMap(done -> Multi.createFrom()
                        .iterable(changed)
                        .onItem()
                        .transformToUniAndConcatenate(events::changed)
                        .collect()
                        .last())
                .replaceWith((int) marked);
    }

    /** @return whether what people see of it changed */
    private boolean note(BackupRow row, Kept kept) {
        String because = String.join("\n", kept.reasons());
        boolean isMarked = row.purgeAt != null;
        boolean isSame = Objects.equals(because, row.keptBecause) && isMarked != kept.isKept();
        row.keptBecause = because;
        if (kept.isKept()) {
            row.purgeAt = null;
        } else if (!isMarked) {
            row.purgeAt = clock.instant().plus(GRACE);
        }
        return !isSame;
    }

    private static Uni<List<BackupRow>> complete(UUID tenant) {
        // one that somebody deleted is no longer asked for
        return BackupRow.list(
                "tenantId = ?1 and state = 'complete' and deletedBy is null order by createdAt desc", tenant);
    }

    private static List<Candidate> candidates(List<BackupRow> rows) {
        return rows.stream().map(Keeping::candidate).toList();
    }

    private static Candidate candidate(BackupRow row) {
        Candidate.Proof proof = row.proofVerdict == null
                ? Candidate.Proof.NONE
                : switch (row.proofVerdict) {
                    case "proven" -> Candidate.Proof.PROVEN;
                    case "failed" -> Candidate.Proof.FAILED;
                    default -> Candidate.Proof.NONE;
                };
        return new Candidate(row.id, row.createdAt, proof, row.held, row.reason.startsWith("before-"));
    }
}
