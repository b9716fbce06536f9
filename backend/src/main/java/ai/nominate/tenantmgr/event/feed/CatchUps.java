package ai.nominate.tenantmgr.event.feed;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads from the source for followers that the ring has left behind: a few reads at a time however many followers there are,
 * and one read for all that wait at the same place.
 */
final class CatchUps<T> {
    private final Feed<T> feed;
    private final ReaderLimits limits;
    private final ReaderMemory memory;
    private final Timer timer;
    private final LinkedHashMap<Long, List<Follower<T>>> waiting = new LinkedHashMap<>();
    private int underWay;
    private int failures;
    private long averageBytes = 1;

    CatchUps(Feed<T> feed, ReaderLimits limits, ReaderMemory memory, Timer timer) {
        this.feed = feed;
        this.limits = limits;
        this.memory = memory;
        this.timer = timer;
    }

    /** The follower gets the entries after its position. */
    void ask(Follower<T> follower, long position) {
        synchronized (this) {
            waiting.computeIfAbsent(position, place -> new ArrayList<>()).add(follower);
        }
        next();
    }

    private void next() {
        Map.Entry<Long, List<Follower<T>>> first;
        int limit;
        int bytes;
        synchronized (this) {
            waiting.values().forEach(followers -> followers.removeIf(Follower::isCancelled));
            waiting.values().removeIf(List::isEmpty);
            if (waiting.isEmpty() || underWay == limits.catchUps()) {
                return;
            }
            underWay++;
            first = waiting.pollFirstEntry();
            bytes = memory.chunkBytes(limits.chunkBytes());
            limit = limits.chunk(bytes, averageBytes);
        }
        long position = first.getKey();
        Slot.read(feed, position, limit, bytes)
                .subscribe()
                .with(
                        chunk -> done(first.getValue(), chunk.entries(), bytes),
                        failure -> failed(position, first.getValue()));
    }

    private void done(List<Follower<T>> followers, List<Slot<T>> slots, int bytes) {
        List<Slot<T>> kept = Slot.within(bytes, slots);
        synchronized (this) {
            underWay--;
            failures = 0;
            if (!slots.isEmpty()) {
                long sum = slots.stream().mapToLong(Slot::bytes).sum();
                averageBytes = Math.max(1, (averageBytes * 3 + sum / slots.size()) / 4);
            }
        }
        followers.forEach(follower -> follower.accept(kept));
        timer.after(java.time.Duration.ZERO, this::next);
    }

    private void failed(long position, List<Follower<T>> followers) {
        int soFar;
        synchronized (this) {
            waiting.computeIfAbsent(position, place -> new ArrayList<>()).addAll(followers);
            soFar = ++failures;
        }
        timer.after(limits.afterFailures(soFar), () -> {
            synchronized (this) {
                underWay--;
            }
            next();
        });
    }
}
