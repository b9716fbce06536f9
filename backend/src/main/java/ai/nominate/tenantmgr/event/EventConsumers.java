package ai.nominate.tenantmgr.event;

import ai.nominate.tenantmgr.event.feed.Delivery;
import ai.nominate.tenantmgr.kernel.StartupPhase;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import org.jboss.logging.Logger;

/**
 * Delivers events to consumers, from their positions on: to beans from the start of the manager to its end, to others until
 * they are cancelled.
 */
@ApplicationScoped
public class EventConsumers {
    private static final Logger LOG = Logger.getLogger(EventConsumers.class);
    private static final int TRIES = 5;
    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private final List<EventConsumer> consumers;
    private final EventHub hub;
    private final ConsumerPositions positions;
    private final Executor threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("consumer-", 1).factory());
    private final List<Cancellable> running = new ArrayList<>();

    EventConsumers(@All List<EventConsumer> consumers, EventHub hub, ConsumerPositions positions) {
        this.consumers = consumers;
        this.hub = hub;
        this.positions = positions;
    }

    void onStart(@Observes @Priority(StartupPhase.CONSUMERS) StartupEvent start) {
        consumers.forEach(consumer -> running.add(follow(consumer)));
    }

    void onStop(@Observes ShutdownEvent stop) {
        running.forEach(Cancellable::cancel);
    }

    /** Delivers events to the consumer until the subscription is cancelled; a call that has begun is finished. */
    public Cancellable follow(EventConsumer consumer) {
        return Multi.createFrom()
                .deferred(() -> consumer.position()
                        .map(positions::of)
                        .orElseGet(hub::newest)
                        .onItem()
                        .transformToMulti(begin -> hub.follow(begin, threads)))
                .onItem()
                .transformToUniAndConcatenate(delivery -> take(consumer, delivery))
                .onFailure()
                .retry()
                .withBackOff(FIRST, LONGEST)
                .indefinitely()
                .subscribe()
                .with(done -> {}, failure -> LOG.errorf(failure, "%s gets no events any more", consumer));
    }

    private Uni<Void> take(EventConsumer consumer, Delivery<StoredEvent> delivery) {
        return switch (delivery) {
            case Delivery.Gap<StoredEvent> gap -> done(consumer, gap.to(), consumer::missed);
            case Delivery.Entry<StoredEvent>(StoredEvent event) ->
                event.topic().equals(consumer.topic().name())
                        ? done(consumer, event.seq(), () -> consumer.handle(event))
                        : Uni.createFrom().voidItem();
        };
    }

    /** The position is stored after the work: when the manager ends between the two, the work is done again. */
    private Uni<Void> done(EventConsumer consumer, long seq, Runnable work) {
        return Uni.createFrom()
                .voidItem()
                .emitOn(threads)
                .invoke(work)
                .onFailure()
                .retry()
                .withBackOff(FIRST, LONGEST)
                .atMost(TRIES)
                .onFailure()
                .recoverWithUni(failure -> {
                    LOG.errorf(failure, "%s failed with event %d, and goes on with the next", consumer, seq);
                    return Uni.createFrom().voidItem();
                })
                .chain(() -> consumer.position()
                        .map(name -> positions.store(name, seq))
                        .orElseGet(() -> Uni.createFrom().voidItem()));
    }
}
