package ai.nominate.tenantmgr.log;

import ai.nominate.tenantmgr.event.feed.Delivery;
import io.smallrye.mutiny.Multi;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** The new entries that one reader wants and may see, as an event stream. */
@Singleton
class LogStream {
    private static final Duration QUIET = Duration.ofSeconds(15);

    private final LogHub hub;
    private final LogTable table;

    LogStream(LogHub hub, LogTable table) {
        this.hub = hub;
        this.table = table;
    }

    /**
     * Call it on the follower's own Vert.x context.
     *
     * @param afterSeq the last entry that the follower has; null to begin with the next one
     */
    Multi<OutboundSseEvent> follow(LogFilter filter, Long afterSeq, Sse sse) {
        Context context = Vertx.currentContext();
        return table.newest()
                .map(newest -> afterSeq == null ? newest : Math.min(afterSeq, newest))
                .onItem()
                .transformToMulti(first -> Multi.createBy()
                        .merging()
                        .withConcurrency(2)
                        .withRequests(16)
                        .streams(
                                hub.follow(first, work -> context.runOnContext(go -> work.run()))
                                        .map(Optional::of),
                                ticks(context))
                        .onItem()
                        .transformToMultiAndConcatenate(new Position(filter, first, sse)::told));
    }

    private static Multi<Optional<Delivery<LogEntry>>> ticks(Context context) {
        return Multi.createFrom()
                .ticks()
                .every(QUIET)
                .onOverflow()
                .drop()
                .emitOn(work -> context.runOnContext(go -> work.run()), 1)
                .map(tick -> Optional.empty());
    }

    /** The position of one follower; entries that it does not get count as delivered. */
    private static final class Position {
        private final LogFilter filter;
        private final Sse sse;
        private long seq;

        Position(LogFilter filter, long seq, Sse sse) {
            this.filter = filter;
            this.seq = seq;
            this.sse = sse;
        }

        Multi<OutboundSseEvent> told(Optional<Delivery<LogEntry>> next) {
            if (next.isEmpty()) {
                return Multi.createFrom().item(event().comment("still here").build());
            }
            return switch (next.get()) {
                case Delivery.Gap<LogEntry>(long from, long to) -> {
                    seq = to;
                    yield json("gap", Map.of("from", from, "to", to));
                }
                case Delivery.Entry<LogEntry>(LogEntry entry) -> {
                    seq = entry.seq();
                    yield filter.matches(entry)
                            ? json("entry", entry)
                            : Multi.createFrom().empty();
                }
            };
        }

        private Multi<OutboundSseEvent> json(String name, Object data) {
            return Multi.createFrom()
                    .item(event().name(name)
                            .mediaType(MediaType.APPLICATION_JSON_TYPE)
                            .data(data)
                            .build());
        }

        private OutboundSseEvent.Builder event() {
            return sse.newEventBuilder().id(Long.toString(seq));
        }
    }
}
