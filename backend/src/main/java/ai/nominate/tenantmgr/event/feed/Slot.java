package ai.nominate.tenantmgr.event.feed;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;

/**
 * An entry as it was read.
 *
 * @param lostFrom the first number of the lost entries directly before it; 0 when none is lost
 */
record Slot<T>(T entry, long seq, int bytes, long lostFrom) {
    /** Reads the next entries, and finds out of each number that is missing whether an entry is lost. */
    static <T> Uni<Chunk<Slot<T>>> read(Feed<T> feed, long after, int limit, int bytes) {
        return feed.after(after, limit, bytes)
                .flatMap(chunk -> slots(feed, after, chunk.entries()).map(slots -> new Chunk<>(slots, chunk.isMore())));
    }

    private static <T> Uni<List<Slot<T>>> slots(Feed<T> feed, long after, List<T> entries) {
        List<Slot<T>> slots = new ArrayList<>(entries.size());
        List<Integer> jumps = new ArrayList<>();
        long last = after;
        for (T entry : entries) {
            long seq = feed.seq(entry);
            if (seq <= last) {
                throw new IllegalStateException("entry " + seq + " was read after entry " + last);
            }
            if (seq > last + 1) {
                jumps.add(slots.size());
            }
            slots.add(new Slot<>(entry, seq, feed.bytes(entry), 0));
            last = seq;
        }
        return jumps.isEmpty() ? Uni.createFrom().item(slots) : withLosses(feed, after, slots, jumps);
    }

    private static <T> Uni<List<Slot<T>>> withLosses(
            Feed<T> feed, long after, List<Slot<T>> slots, List<Integer> jumps) {
        return Multi.createFrom()
                .iterable(jumps)
                .onItem()
                .transformToUniAndConcatenate(place -> {
                    Slot<T> slot = slots.get(place);
                    long from = (place == 0 ? after : slots.get(place - 1).seq) + 1;
                    return feed.isLost(from, slot.seq - 1).invoke(lost -> {
                        if (lost) {
                            slots.set(place, new Slot<>(slot.entry, slot.seq, slot.bytes, from));
                        }
                    });
                })
                .collect()
                .last()
                .replaceWith(slots);
    }

    /** The first entries, as many as fit, and always one. */
    static <T> List<Slot<T>> within(int bytes, List<Slot<T>> slots) {
        long sum = 0;
        for (int i = 0; i < slots.size(); i++) {
            sum += slots.get(i).bytes;
            if (sum > bytes && i > 0) {
                return List.copyOf(slots.subList(0, i));
            }
        }
        return slots;
    }

    /** What comes next for a follower that has everything up to the position. */
    Delivery<T> delivery(long position) {
        long from = Math.max(position + 1, lostFrom);
        return lostFrom > 0 && from < seq ? new Delivery.Gap<>(from, seq - 1) : new Delivery.Entry<>(entry);
    }
}
