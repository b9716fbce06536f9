package ai.nominate.tenantmgr.health;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Results that are not written yet, in the order of their arrival. Bounded: while the database is away the oldest are dropped.
 * Thread-safe.
 */
final class ResultBuffer {
    private final int most;
    private final Deque<CheckResult> results = new ArrayDeque<>();
    private List<CompletableFuture<Void>> waiting = new ArrayList<>();
    private long dropped;

    ResultBuffer(int most) {
        this.most = most;
    }

    synchronized void add(Collection<CheckResult> more) {
        results.addAll(more);
        trim();
    }

    /** The same, and tells when they are written. */
    synchronized CompletableFuture<Void> addAndFollow(Collection<CheckResult> more) {
        add(more);
        CompletableFuture<Void> written = new CompletableFuture<>();
        waiting.add(written);
        return written;
    }

    synchronized Taken take(int count) {
        List<CheckResult> taken = new ArrayList<>(Math.min(count, results.size()));
        while (taken.size() < count && !results.isEmpty()) {
            taken.add(results.removeFirst());
        }
        if (!results.isEmpty()) {
            return new Taken(taken, List.of());
        }
        List<CompletableFuture<Void>> followers = waiting;
        waiting = new ArrayList<>();
        return new Taken(taken, followers);
    }

    /** Results that could not be written, before those that came since. */
    synchronized void putBack(Taken taken) {
        for (CheckResult result : taken.results().reversed()) {
            results.addFirst(result);
        }
        waiting.addAll(taken.followers());
        trim();
    }

    /** How many were dropped so far. */
    synchronized long dropped() {
        return dropped;
    }

    private void trim() {
        while (results.size() > most) {
            results.removeFirst();
            dropped++;
        }
    }

    /** @param followers told when the results are written */
    record Taken(List<CheckResult> results, List<CompletableFuture<Void>> followers) {
        void written() {
            followers.forEach(follower -> follower.complete(null));
        }
    }
}
