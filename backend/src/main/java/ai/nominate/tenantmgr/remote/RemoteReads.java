package ai.nominate.tenantmgr.remote;

import ai.nominate.tenantmgr.kernel.ProblemException;
import ai.nominate.tenantmgr.server.OwnerClient;
import ai.nominate.tenantmgr.tenant.TenantSnapshot;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/** Asks for statistics and counts, and falls back to the last good answer. Blocks. */
@ApplicationScoped
class RemoteReads {
    /** Several readers at once cost the application one request. */
    private static final Duration FRESH = Duration.ofSeconds(3);
    /** These say nothing of the last good answer: it does not exist, or is asked for at this moment. */
    private static final Set<String> NO_FAILURE = Set.of(RemoteProblem.NOT_OFFERED.code(), RemoteProblem.BUSY.code());

    private final OwnerClient owner;
    private final RemoteTable table;
    private final Clock clock;

    RemoteReads(OwnerClient owner, RemoteTable table, Clock clock) {
        this.owner = owner;
        this.table = table;
        this.clock = clock;
    }

    /** @throws ProblemException if there is no answer, and none from before */
    Remembered now(TenantSnapshot tenant, Wanted wanted) {
        Remembered last = table.find(tenant.id(), wanted);
        Instant now = clock.instant();
        if (!last.isEmpty() && last.failure() == null && last.at().plus(FRESH).isAfter(now)) {
            return last;
        }
        try {
            Told told =
                    owner.ask(tenant.server(), RemoteOwner.QUESTION, new RemoteOwner.Asked(tenant.id(), wanted, null));
            return table.answered(tenant.id(), wanted, told.value(), clock.instant());
        } catch (ProblemException e) {
            return fallback(tenant, wanted, last, e);
        }
    }

    private Remembered fallback(TenantSnapshot tenant, Wanted wanted, Remembered last, ProblemException e) {
        String code = e.problem().code();
        if (code.equals(RemoteProblem.NOT_OFFERED.code()) || last.isEmpty() && NO_FAILURE.contains(code)) {
            throw e;
        }
        if (NO_FAILURE.contains(code)) {
            return last;
        }
        Remembered failed = table.failed(tenant.id(), wanted, last, RemoteFailureView.of(e, clock.instant()));
        if (failed.isEmpty()) {
            throw e;
        }
        return failed;
    }
}
