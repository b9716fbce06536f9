package ai.nominate.tenantmgr.event.feed;

import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;

/** A table in memory: it answers late, fails while it is told to, and counts what it is asked. */
final class FakeFeed implements Feed<FakeFeed.Item> {
    record Item(long seq, int bytes) {}

    private final Simulation world;
    private final TreeMap<Long, Item> items = new TreeMap<>();
    long last;
    long prunedThrough;
    int reads;
    boolean isAway;

    FakeFeed(Simulation world) {
        this.world = world;
    }

    void append(int bytes) {
        last++;
        items.put(last, new Item(last, bytes));
    }

    /** Leaves a number out, as a transaction that was rolled back does. */
    void skip() {
        last++;
    }

    void prune(long through) {
        prunedThrough = Math.min(through, items.isEmpty() ? 0 : items.lastKey() - 1);
        items.headMap(prunedThrough, true).clear();
    }

    boolean has(long seq) {
        return items.containsKey(seq);
    }

    @Override
    public Uni<Chunk<Item>> after(long seq, int limit, int bytes) {
        reads++;
        return Uni.createFrom()
                .emitter(emitter -> world.soon(() -> {
                    if (isAway) {
                        emitter.fail(new IllegalStateException("the database is away"));
                        return;
                    }
                    Chunk<Item> found = chunk(items.tailMap(seq, false).values(), limit, bytes);
                    world.soon(() -> emitter.complete(found));
                }));
    }

    private static Chunk<Item> chunk(Collection<Item> there, int limit, int bytes) {
        List<Item> read = new ArrayList<>();
        long sum = 0;
        for (Item item : there) {
            if (read.size() == limit || sum >= bytes) {
                return new Chunk<>(read, true);
            }
            read.add(item);
            sum += item.bytes();
        }
        return new Chunk<>(read, read.size() == limit);
    }

    @Override
    public long seq(Item item) {
        return item.seq;
    }

    @Override
    public int bytes(Item item) {
        return item.bytes;
    }

    @Override
    public Uni<Boolean> isLost(long from, long to) {
        return Uni.createFrom().item(prunedThrough >= from);
    }
}
