package ai.nominate.tenantmgr.event.feed;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * What several readers and all of their followers may keep in memory together: one half for the newest entries of each
 * source, the other for followers that are behind. The more there are, the smaller is the share of each, down to one entry.
 */
public final class ReaderMemory {
    private static final long SMALLEST = 16 << 10;

    private final long half;
    private final AtomicInteger followers = new AtomicInteger();
    private volatile int readers = 1;

    /** @param bytes from 64 KiB */
    public ReaderMemory(long bytes) {
        this.half = bytes / 2;
    }

    /** @return whether the share of each has become smaller */
    boolean readers(int count) {
        boolean isMore = count > readers;
        readers = Math.max(1, count);
        return isMore;
    }

    void followers(int more) {
        followers.addAndGet(more);
    }

    /** The bytes of one reader's newest entries. */
    long ringBytes(long wanted) {
        return Math.min(wanted, Math.max(SMALLEST, half / readers));
    }

    /** The bytes that wait for one follower that is behind. */
    int chunkBytes(int wanted) {
        return (int) Math.min(wanted, Math.max(SMALLEST, half / Math.max(1, followers.get())));
    }
}
