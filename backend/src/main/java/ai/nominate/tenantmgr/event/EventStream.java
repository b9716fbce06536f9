package ai.nominate.tenantmgr.event;

import ai.nominate.tenantmgr.event.feed.Delivery;
import ai.nominate.tenantmgr.kernel.Actor;
import ai.nominate.tenantmgr.kernel.Fields;
import ai.nominate.tenantmgr.kernel.InvalidValue;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** The events of some topics that one caller may see, independent of the transport. */
@ApplicationScoped
class EventStream {
    private static final Duration QUIET = Duration.ofSeconds(15);

    private final EventHub hub;

    EventStream(EventHub hub) {
        this.hub = hub;
    }

    /**
     * Call it on the follower's own Vert.x context.
     *
     * @param afterSeq the last event that the follower has; null to begin with the next event
     */
    Multi<EventMessage> follow(Set<String> topics, Actor actor, Long afterSeq) {
        Context context = Vertx.currentContext();
        Uni<Long> begin = afterSeq == null ? hub.newest() : Uni.createFrom().item(afterSeq);
        return begin.onItem().transformToMulti(first -> {
            Multi<Optional<Delivery<StoredEvent>>> events = hub.follow(
                            first, work -> context.runOnContext(go -> work.run()))
                    .map(Optional::of);
            Multi<EventMessage> messages = Multi.createBy()
                    .merging()
                    .withConcurrency(2)
                    .withRequests(16)
                    .streams(events, ticks(context))
                    .onItem()
                    .transformToMultiAndConcatenate(new Position(topics, actor, first)::told);
            return Multi.createBy()
                    .concatenating()
                    .streams(Multi.createFrom().item(new EventMessage.Ready(first)), messages);
        });
    }

    private static Multi<Optional<Delivery<StoredEvent>>> ticks(Context context) {
        return Multi.createFrom()
                .ticks()
                .every(QUIET)
                .onOverflow()
                .drop()
                .emitOn(work -> context.runOnContext(go -> work.run()), 1)
                .map(tick -> Optional.empty());
    }

    /** Whether the caller has access to an event of the requested topics. */
    static boolean isVisible(StoredEvent event, Set<String> topics, Actor actor) {
        return topics.contains(event.topic()) && actor.canAccess(event.tenantId());
    }

    /**
     * The start position. A browser that reconnects sends its last event id, which overrides {@code afterSeq}.
     *
     * @return null when neither is given
     */
    static Long after(String afterSeq, String lastEventId) {
        Fields fields = new Fields();
        Long begin = fields.optional("afterSeq", afterSeq, EventStream::seq);
        Long seen = fields.optional("Last-Event-ID", lastEventId, EventStream::seq);
        fields.throwIfInvalid();
        if (begin == null || seen == null) {
            return begin == null ? seen : begin;
        }
        return Math.max(begin, seen);
    }

    private static Long seq(String text) {
        if (!text.matches("[0-9]{1,18}")) {
            throw new InvalidValue("must be an event's number");
        }
        return Long.parseLong(text);
    }

    /** The position of one follower; events without access count as delivered. */
    private static final class Position {
        private final Set<String> topics;
        private final Actor actor;
        private long seq;

        Position(Set<String> topics, Actor actor, long seq) {
            this.topics = topics;
            this.actor = actor;
            this.seq = seq;
        }

        Multi<EventMessage> told(Optional<Delivery<StoredEvent>> next) {
            if (next.isEmpty()) {
                return Multi.createFrom().item(new EventMessage.Quiet(seq));
            }
            return switch (next.get()) {
                case Delivery.Gap<StoredEvent>(long from, long to) -> {
                    seq = to;
                    yield Multi.createFrom().item(new EventMessage.Gap(from, to));
                }
                case Delivery.Entry<StoredEvent>(StoredEvent event) -> {
                    seq = event.seq();
                    yield isVisible(event, topics, actor)
                            ? Multi.createFrom().item(new EventMessage.Change(event))
                            : Multi.createFrom().empty();
                }
            };
        }
    }
}
