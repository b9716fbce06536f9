package ai.nominate.tenantmgr.run.feed;

import io.smallrye.mutiny.Multi;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.stream.Stream;

/**
 * Sends a follower each line once and in order: first the stored lines after its position, then new ones until the run ends.
 * Sends only as fast as the follower consumes, so a slow follower costs no memory.
 */
@ApplicationScoped
class RunFeed {
    private static final Duration KEEP_ALIVE = Duration.ofSeconds(15);
    /** How many entries of each stream wait for the follower beside its chunk: a line may have 16 KiB. */
    private static final int PREFETCH = 1;

    private final RunReaders readers;

    RunFeed(RunReaders readers) {
        this.readers = readers;
    }

    /** Call it on the follower's own Vert.x context, where it will be called. */
    Multi<RunEvent> follow(UUID run, long afterSeq) {
        Context context = Vertx.currentContext();
        Executor executor = work -> context.runOnContext(go -> work.run());
        return Multi.createFrom().deferred(() -> {
            RunFollower follower = new RunFollower(afterSeq);
            Multi<List<RunEvent>> lines = readers.lines(run, afterSeq, executor).map(follower::line);
            Multi<List<RunEvent>> states = readers.states(run, executor).map(follower::state);
            return untilTheEnd(Multi.createBy().merging().withRequests(PREFETCH).streams(lines, states, keepAlive()));
        });
    }

    private static Multi<List<RunEvent>> keepAlive() {
        return Multi.createFrom()
                .ticks()
                .startingAfter(KEEP_ALIVE)
                .every(KEEP_ALIVE)
                .onOverflow()
                .drop()
                .map(tick -> List.of(new RunEvent.Quiet()));
    }

    private static Multi<RunEvent> untilTheEnd(Multi<List<RunEvent>> events) {
        return events.onItem()
                .transformToMultiAndConcatenate(
                        some -> Multi.createFrom().items(some.stream().flatMap(RunFeed::marked)))
                .select()
                .first(Optional::isPresent)
                .map(Optional::get);
    }

    /** An event; after the last one the mark where the stream ends. */
    private static Stream<Optional<RunEvent>> marked(RunEvent event) {
        return event instanceof RunEvent.End
                ? Stream.of(Optional.of(event), Optional.empty())
                : Stream.of(Optional.of(event));
    }
}
