package ai.nominate.tenantmgr.run.engine;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** The lines of one run that wait to be stored: at most one MiB. A flood waits, so it costs time and not memory. */
final class RunLogQueue {
    private static final int MOST_BYTES = 1 << 20;
    private static final int BATCH_BYTES = 256 << 10;
    private static final int BATCH = 500;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Deque<Entry> waiting = new ArrayDeque<>();
    private int bytes;
    private boolean isClosed;

    sealed interface Entry {
        record Line(String step, String stream, String level, String text) implements Entry {
            private static final int OVERHEAD = 200;

            @Override
            public int bytes() {
                return OVERHEAD + 2 * text.length();
            }
        }

        /** Counted down when all earlier lines are stored, or when none will be any more. */
        record Flush(CountDownLatch written) implements Entry {
            @Override
            public int bytes() {
                return 0;
            }
        }

        /** What it takes in memory; an estimate. */
        int bytes();
    }

    /** Waits while the queue is full. An interrupt loses no line: it is restored after the line is queued. */
    void put(Entry entry) {
        lock.lock();
        try {
            while (bytes > MOST_BYTES && !isClosed) {
                changed.awaitUninterruptibly();
            }
            waiting.addLast(entry);
            bytes += entry.bytes();
            changed.signalAll();
            if (isClosed) {
                release(take());
            }
        } finally {
            lock.unlock();
        }
    }

    /** The next entries, at least one; waits for it. */
    List<Entry> await() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (waiting.isEmpty()) {
                changed.await();
            }
            return take();
        } finally {
            lock.unlock();
        }
    }

    /** From now on lines are dropped, and flushes do not wait. */
    void close() {
        lock.lock();
        try {
            isClosed = true;
            while (!waiting.isEmpty()) {
                release(take());
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private List<Entry> take() {
        List<Entry> batch = new ArrayList<>();
        int sum = 0;
        while (!waiting.isEmpty() && batch.size() < BATCH && sum < BATCH_BYTES) {
            Entry next = waiting.removeFirst();
            batch.add(next);
            sum += next.bytes();
        }
        bytes -= sum;
        changed.signalAll();
        return batch;
    }

    /** Wakes the callers that wait for their earlier lines. */
    static void release(List<Entry> entries) {
        for (Entry entry : entries) {
            if (entry instanceof Entry.Flush flush) {
                flush.written().countDown();
            }
        }
    }
}
