package ai.nominate.tenantmgr.run.engine;

import ai.nominate.tenantmgr.job.Permit;
import ai.nominate.tenantmgr.job.PermitLost;
import io.smallrye.mutiny.Uni;
import java.util.function.Supplier;

/** A run's permit as its steps have it: it can be withdrawn from a step that does not end, while the run goes on. */
public final class StepPermit implements Permit {
    private final Permit run;
    private volatile boolean isWithdrawn;

    public StepPermit(Permit run) {
        this.run = run;
    }

    public void withdraw() {
        isWithdrawn = true;
    }

    @Override
    public void check() {
        if (isWithdrawn) {
            throw new PermitLost("the run goes on without this step");
        }
        run.check();
    }

    @Override
    public <T> T transaction(Supplier<Uni<T>> work) {
        check();
        return run.transaction(work);
    }
}
