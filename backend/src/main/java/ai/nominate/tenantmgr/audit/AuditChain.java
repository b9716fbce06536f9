package ai.nominate.tenantmgr.audit;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.inject.Singleton;
import java.time.Clock;

/**
 * Verifies that the audit log is what was written: every hash is computed again, from the first entry to the last. Reads the whole
 * log in pages.
 */
@Singleton
public class AuditChain {
    private static final int MOST_UNSEALED = 1000;

    private final AuditSeals seals;
    private final AuditSealer sealer;
    private final AuditSignature signature;
    private final KeptHead kept;
    private final Clock clock;

    AuditChain(AuditSeals seals, AuditSealer sealer, AuditSignature signature, KeptHead kept, Clock clock) {
        this.seals = seals;
        this.sealer = sealer;
        this.signature = signature;
        this.kept = kept;
        this.clock = clock;
    }

    /** Seals what was written so far: before a key that has signed it is forgotten. */
    public Uni<Void> seal() {
        return sealer.seal();
    }

    /** The kept head is read first: what is sealed meanwhile comes after it. */
    public Uni<ChainView> verify() {
        return sealer.seal()
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(done -> new ChainFaults(signature, kept.read()))
                .flatMap(faults -> look(faults)
                        .invoke(faults::end)
                        .flatMap(done -> seals.neverSealed(sealer.foreign(), MOST_UNSEALED))
                        .invoke(rows -> rows.forEach(faults::neverSealed))
                        .map(rows -> view(faults)));
    }

    private Uni<Void> look(ChainFaults faults) {
        return seals.after(faults.head().number()).flatMap(rows -> {
            rows.forEach(faults::look);
            return rows.size() == AuditSeals.PAGE
                    ? look(faults)
                    : Uni.createFrom().voidItem();
        });
    }

    private ChainView view(ChainFaults faults) {
        return new ChainView(
                faults.count() == 0,
                faults.head().number(),
                faults.head().hash(),
                faults.named(),
                faults.count(),
                clock.instant());
    }
}
