package ai.nominate.tenantmgr.backup.proof;

import ai.nominate.tenantmgr.backup.Backups;
import ai.nominate.tenantmgr.run.engine.Failure;
import ai.nominate.tenantmgr.run.engine.RunOutcome;
import ai.nominate.tenantmgr.run.engine.RunStatus;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Writes the evidence of a proof in the transaction that ends its run, and tells the backup its verdict. */
@ApplicationScoped
class ProofRecord {
    private static final int LONGEST_REASON = 1000;

    private final Backups backups;
    private final Clock clock;

    ProofRecord(Backups backups, Clock clock) {
        this.backups = backups;
        this.clock = clock;
    }

    /** A cancelled proof leaves none. */
    Uni<?> end(ProofContext context, RunOutcome outcome) {
        if (outcome.status() == RunStatus.CANCELLED) {
            return ProofRow.deleteById(context.run());
        }
        Failure failure = outcome.failure();
        Verdict verdict = failure == null ? Verdict.PROVEN : Verdict.of(failure.code());
        String reason = failure == null ? null : shortened(failure.detail());
        Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return ProofRow.<ProofRow>findById(context.run())
                .invoke(row -> {
                    row.verdict = verdict.id();
                    row.level = context.facts().level().name();
                    row.endedAt = at;
                    row.restoreMs = context.facts().restoreMs().orElse(null);
                    row.reason = reason;
                    row.evidence = Evidence.of(
                            row.runId, row.backupId, row.tenantId, verdict, context.facts(), at, reason);
                    row.signature = context.key().sign(row.evidence.getBytes(StandardCharsets.UTF_8));
                    row.signer = context.key().publicKey();
                })
                .flatMap(row -> backups.proved(
                        row.backupId, row.verdict, row.level, at, seconds(row.restoreMs), row.reason));
    }

    /** A restore within one second took one. */
    private static Integer seconds(Long millis) {
        return millis == null ? null : (int) Math.max(1, Math.round(millis / 1000.0));
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_REASON ? text : text.substring(0, LONGEST_REASON - 1) + "…";
    }
}
