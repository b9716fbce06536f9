package ai.nominate.tenantmgr.server;

import ai.nominate.tenantmgr.job.PermitLost;
import ai.nominate.tenantmgr.kernel.ProblemException;


import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Answers questions about this manager's own server, while it holds the lease. */
@Singleton
class OwnerAnswers {
    private final List<OwnerAnswer<?, ?>> all;
    private final ServerLease lease;

    OwnerAnswers(@All List<OwnerAnswer<?, ?>> all, ServerLease lease) {
        this.all = all;
        this.lease = lease;
    }

    Optional<OwnerAnswer<?, ?>> named(String question) {
        return all.stream()
                .filter(each -> each.question().name().equals(question))
                .findFirst();
    }

    /** @throws ProblemException {@link ServerProblem#AWAY} when the lease is not held, or is lost on the way */
    <Q, A> A answer(OwnerAnswer<Q, A> answer, Object asked) {
        try {
            lease.check();
            return answer.answer(answer.question().asked().cast(asked));
        } catch (PermitLost e) {
            throw ServerProblem.away("This manager does not hold the lease of its server now");
        }
    }
}
