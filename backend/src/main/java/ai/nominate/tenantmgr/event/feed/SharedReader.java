package ai.nominate.tenantmgr.event.feed;

import io.smallrye.mutiny.Multi;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import org.jboss.logging.Logger;

/**
 * Reads a source once for all its followers. Starts with the first follower, keeps the newest entries in memory, and ends after
 * the last. A follower that is behind the memory reads the source itself until it is there. How often the source is asked does
 * not depend on the number of followers, and what waits in memory is bounded in bytes, see {@link ReaderLimits}.
 *
 * @param <T> an entry
 */
public final class SharedReader<T> {
    private static final Logger LOG = Logger.getLogger(SharedReader.class);

    private enum State {
        ENDED,
        READING,
        PAUSING,
        WAITING
    }

    /** What the memory says to a follower. */
    sealed interface Look<T> {
        record Found<T>(Slot<T> slot) implements Look<T> {}

        record Nothing<T>() implements Look<T> {}

        /** The memory has only what follows the floor. */
        record Behind<T>(long floor) implements Look<T> {}
    }

    private final String name;
    private final Feed<T> feed;
    private final ReaderLimits limits;
    private final ReaderMemory memory;
    private final Timer timer;
    private final CatchUps<T> catchUps;
    private final Ring<T> ring;
    private final Set<Follower<T>> followers = new LinkedHashSet<>();
    private State state = State.ENDED;
    private boolean isWoken;
    /** The place where it began may lie beyond all entries that exist, so nothing is known about what lies before it. */
    private boolean hasReadNothing;

    private long head;
    private long run;
    private int failures;
    private Runnable cancelTimer = () -> {};

    /** @param name what is read, for the log */
    public SharedReader(String name, Feed<T> feed, ReaderLimits limits) {
        this(name, feed, limits, new ReaderMemory(Long.MAX_VALUE), Timer.onWorkers());
    }

    /** @param memory shared with other readers, each of which calls {@link #shrink} when another one is added */
    public SharedReader(String name, Feed<T> feed, ReaderLimits limits, ReaderMemory memory) {
        this(name, feed, limits, memory, Timer.onWorkers());
    }

    SharedReader(String name, Feed<T> feed, ReaderLimits limits, ReaderMemory memory, Timer timer) {
        this.name = name;
        this.feed = feed;
        this.limits = limits;
        this.memory = memory;
        this.timer = timer;
        this.catchUps = new CatchUps<>(feed, limits, memory, timer);
        this.ring = new Ring<>(limits.ringEntries(), limits.ringBytes());
    }

    /**
     * Everything after a number, in order, each entry once, without an end. A failure of the source is not a failure of the
     * stream: it is logged and the source is asked again.
     *
     * @param afterSeq the last number that the follower has; 0 for the beginning. One that does not exist yet is waited for
     * @param executor where the follower is called, by one thread at a time: its Vert.x context
     */
    public Multi<Delivery<T>> follow(long afterSeq, Executor executor) {
        return Multi.createFrom().publisher(subscriber -> {
            Follower<T> follower = new Follower<>(this, subscriber, afterSeq, executor);
            join(follower, afterSeq);
            subscriber.onSubscribe(follower);
        });
    }

    /** Notifies it that there may be new entries. Cheap; many calls at once cause one read. */
    public void wake() {
        synchronized (this) {
            switch (state) {
                case ENDED -> {
                    return;
                }
                case READING, PAUSING -> {
                    isWoken = true;
                    return;
                }
                case WAITING -> {
                    cancelTimer.run();
                    state = State.READING;
                }
            }
        }
        read();
    }

    /** The highest number that was read; meaningless without followers. */
    public synchronized long head() {
        return head;
    }

    public synchronized int followers() {
        return followers.size();
    }

    /** Frees what exceeds its present share of the memory. */
    synchronized void shrink() {
        ring.limit(memory.ringBytes(limits.ringBytes()));
    }

    /** The bytes of the entries that are in memory for all. */
    synchronized long bytes() {
        return ring.bytes();
    }

    CatchUps<T> catchUps() {
        return catchUps;
    }

    synchronized Look<T> look(long position) {
        if (!ring.covers(position)) {
            return new Look.Behind<>(ring.floor());
        }
        Slot<T> slot = ring.after(position);
        return slot == null ? new Look.Nothing<>() : new Look.Found<>(slot);
    }

    private void join(Follower<T> follower, long afterSeq) {
        synchronized (this) {
            followers.add(follower);
            memory.followers(1);
            boolean isBeforeTheFirstEntry = hasReadNothing && afterSeq < head;
            if (state != State.ENDED && !isBeforeTheFirstEntry) {
                return;
            }
            cancelTimer.run();
            run++;
            hasReadNothing = true;
            head = afterSeq;
            failures = 0;
            isWoken = false;
            ring.begin(afterSeq);
            state = State.READING;
        }
        read();
    }

    synchronized void leave(Follower<T> follower) {
        if (!followers.remove(follower)) {
            return;
        }
        memory.followers(-1);
        if (followers.isEmpty()) {
            cancelTimer.run();
            state = State.ENDED;
            ring.begin(head);
        }
    }

    /** Called in the state READING, by the thread that set it. */
    private void read() {
        long after;
        long current;
        synchronized (this) {
            after = head;
            current = run;
            isWoken = false;
        }
        Slot.read(feed, after, limits.chunkEntries(), limits.readBytes())
                .subscribe()
                .with(chunk -> done(current, chunk), failure -> failed(current, failure));
    }

    private void done(long current, Chunk<Slot<T>> chunk) {
        List<Slot<T>> slots = chunk.entries();
        List<Follower<T>> told;
        synchronized (this) {
            if (state == State.ENDED || current != run) {
                return;
            }
            failures = 0;
            shrink();
            slots.forEach(ring::add);
            hasReadNothing &= slots.isEmpty();
            head = slots.isEmpty() ? head : slots.getLast().seq();
            boolean isMore = chunk.isMore();
            state = State.PAUSING;
            cancelTimer = timer.after(isMore ? Duration.ZERO : limits.pause(), () -> pauseOver(current, isMore));
            told = slots.isEmpty() ? List.of() : List.copyOf(followers);
        }
        told.forEach(Follower::signal);
    }

    private void failed(long current, Throwable failure) {
        synchronized (this) {
            if (state == State.ENDED || current != run) {
                return;
            }
            failures++;
            state = State.PAUSING;
            cancelTimer = timer.after(limits.afterFailures(failures), () -> pauseOver(current, true));
            if (failures > 1) {
                return;
            }
        }
        LOG.warnf("%s cannot be read, and will be tried again: %s", name, failure.getMessage());
    }

    private void pauseOver(long current, boolean isMore) {
        synchronized (this) {
            if (state != State.PAUSING || current != run) {
                return;
            }
            if (!isMore && !isWoken) {
                state = State.WAITING;
                cancelTimer = timer.after(limits.poll().minus(limits.pause()), () -> pollDue(current));
                return;
            }
            state = State.READING;
        }
        read();
    }

    private void pollDue(long current) {
        synchronized (this) {
            if (state != State.WAITING || current != run) {
                return;
            }
            state = State.READING;
        }
        read();
    }
}
