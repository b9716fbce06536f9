package ai.nominate.tenantmgr.event.feed;

import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * One follower, with a position and a demand. Reads from the ring while its position is there, else from the source. Holds at most
 * one chunk, so a stalled follower uses no further memory.
 */
final class Follower<T> implements Flow.Subscription, Runnable {
    /**
     * Entries delivered before the thread is given to other followers. The threads of followers serve the database too: with
     * hundreds of followers that are behind, each hop of a statement waits for a turn of each of them.
     */
    private static final int TURN = 8;

    private final SharedReader<T> reader;
    private final Flow.Subscriber<? super Delivery<T>> subscriber;
    private final Executor executor;
    private final AtomicLong demand = new AtomicLong();
    private final AtomicInteger calls = new AtomicInteger();
    private volatile boolean isCancelled;
    private volatile boolean isReading;
    private volatile List<Slot<T>> chunk = List.of();
    /** Written by one thread at a time: the one that drains, or while it waits for a chunk the one that brings it. */
    private long position;

    private int next;
    private long floor;
    private long lostThrough;

    Follower(
            SharedReader<T> reader, Flow.Subscriber<? super Delivery<T>> subscriber, long position, Executor executor) {
        this.reader = reader;
        this.subscriber = subscriber;
        this.position = position;
        this.executor = executor;
    }

    @Override
    public void request(long count) {
        if (count <= 0) {
            cancel();
            subscriber.onError(new IllegalArgumentException("the demand must be positive"));
            return;
        }
        demand.accumulateAndGet(count, (one, other) -> one + other < 0 ? Long.MAX_VALUE : one + other);
        schedule();
    }

    @Override
    public void cancel() {
        isCancelled = true;
        reader.leave(this);
    }

    boolean isCancelled() {
        return isCancelled;
    }

    /** Notifies it that there may be new entries. */
    void signal() {
        if (demand.get() > 0) {
            schedule();
        }
    }

    /** The chunk that was read for it; the next one is requested when this one is used up. */
    void accept(List<Slot<T>> slots) {
        next = 0;
        chunk = slots;
        lostThrough = slots.isEmpty() ? floor : 0;
        isReading = false;
        schedule();
    }

    private void schedule() {
        if (calls.getAndIncrement() == 0) {
            executor.execute(this);
        }
    }

    @Override
    public void run() {
        int known = calls.get();
        int turn = 0;
        while (true) {
            if (turn++ == TURN) {
                executor.execute(this);
                return;
            }
            if (isCancelled) {
                chunk = List.of();
                return;
            }
            Delivery<T> delivery = demand.get() > 0 && !isReading ? take() : null;
            if (delivery != null) {
                if (demand.get() != Long.MAX_VALUE) {
                    demand.decrementAndGet();
                }
                subscriber.onNext(delivery);
                continue;
            }
            known = calls.addAndGet(-known);
            if (known == 0) {
                return;
            }
        }
    }

    /** Null when nothing is there, or while it is being read. */
    private Delivery<T> take() {
        List<Slot<T>> read = chunk;
        if (next < read.size()) {
            return deliver(read.get(next), true);
        }
        chunk = List.of();
        if (lostThrough > position) {
            Delivery<T> gap = new Delivery.Gap<>(position + 1, lostThrough);
            position = lostThrough;
            return gap;
        }
        return switch (reader.look(position)) {
            case SharedReader.Look.Found<T>(Slot<T> slot) -> deliver(slot, false);
            case SharedReader.Look.Nothing<T> nothing -> null;
            case SharedReader.Look.Behind<T> behind -> {
                floor = behind.floor();
                isReading = true;
                reader.catchUps().ask(this, position);
                yield null;
            }
        };
    }

    private Delivery<T> deliver(Slot<T> slot, boolean isOfChunk) {
        Delivery<T> delivery = slot.delivery(position);
        switch (delivery) {
            case Delivery.Entry<T> entry -> {
                position = slot.seq();
                next += isOfChunk ? 1 : 0;
            }
            case Delivery.Gap<T> gap -> position = gap.to();
        }
        return delivery;
    }
}
