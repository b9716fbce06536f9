package ai.nominate.tenantmgr.run.feed;

import ai.nominate.tenantmgr.event.feed.Delivery;
import ai.nominate.tenantmgr.run.engine.RunStatus;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** Waits for the end of a run, with the reader that all followers of the run share. */
@ApplicationScoped
public class RunEnds {
    private final RunReaders readers;

    RunEnds(RunReaders readers) {
        this.readers = readers;
    }

    /** The final status. Call it on a Vert.x context, where it answers; a cancelled subscription waits no longer. */
    public Uni<RunStatus> of(UUID run) {
        Context context = Vertx.currentContext();
        return readers.states(run, work -> context.runOnContext(go -> work.run()))
                .map(RunEnds::ended)
                .select()
                .where(Optional::isPresent)
                .map(Optional::get)
                .toUni();
    }

    private static Optional<RunStatus> ended(Delivery<FollowedState> delivery) {
        return delivery instanceof Delivery.Entry<FollowedState>(FollowedState state)
                        && state.status().isFinal()
                ? Optional.of(state.status())
                : Optional.empty();
    }
}
