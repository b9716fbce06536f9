package ai.nominate.tenantmgr.log;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * What waits between those who log and the one who stores it: bounded in number and in bytes. Who logs never waits; when it is
 * full, the newest entry is dropped and counted.
 */
final class EntryQueue {
    private final int mostEntries;
    private final long mostBytes;
    private final Deque<NewEntry> waiting = new ArrayDeque<>();
    private long bytes;
    private long dropped;

    /** Up to 8,192 entries of 4 MiB. */
    EntryQueue() {
        this(8192, 4 << 20);
    }

    EntryQueue(int mostEntries, long mostBytes) {
        this.mostEntries = mostEntries;
        this.mostBytes = mostBytes;
    }

    /** @return whether there was room */
    synchronized boolean offer(NewEntry entry) {
        if (waiting.size() >= mostEntries || bytes + entry.bytes() > mostBytes) {
            dropped++;
            return false;
        }
        waiting.add(entry);
        bytes += entry.bytes();
        notifyAll();
        return true;
    }

    /**
     * The oldest entries. Waits for one.
     *
     * @param most from 1
     * @param patience how long to wait; then none is returned
     */
    synchronized List<NewEntry> take(int most, Duration patience) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        for (long left = patience.toMillis(); waiting.isEmpty() && left > 0; ) {
            wait(left);
            left = (end - System.nanoTime()) / 1_000_000;
        }
        List<NewEntry> taken = new ArrayList<>();
        while (taken.size() < most && !waiting.isEmpty()) {
            NewEntry entry = waiting.remove();
            bytes -= entry.bytes();
            taken.add(entry);
        }
        return taken;
    }

    /** Counts entries that were taken and could not be stored. */
    synchronized void lost(int entries) {
        dropped += entries;
    }

    /** How many were dropped since this was asked last. */
    synchronized long takeDropped() {
        long count = dropped;
        dropped = 0;
        return count;
    }
}
