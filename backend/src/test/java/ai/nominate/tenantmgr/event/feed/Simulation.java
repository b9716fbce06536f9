package ai.nominate.tenantmgr.event.feed;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;

/** A world with one thread and a clock of its own: what is ready runs in a random order, and time passes when nothing is. */
final class Simulation implements Timer {
    final Random random;
    private final List<Runnable> ready = new ArrayList<>();
    private final PriorityQueue<Task> timed = new PriorityQueue<>(Comparator.comparing(Task::at));
    private Duration now = Duration.ZERO;

    Simulation(long seed) {
        random = new Random(seed);
    }

    private record Task(Duration at, Runnable work, boolean[] isCancelled) {}

    /** Soon, in any order with what else is ready. */
    void soon(Runnable work) {
        ready.add(work);
    }

    @Override
    public Runnable after(Duration delay, Runnable work) {
        boolean[] isCancelled = new boolean[1];
        timed.add(new Task(now.plus(delay), work, isCancelled));
        return () -> isCancelled[0] = true;
    }

    Duration now() {
        return now;
    }

    void runUntil(Duration end) {
        while (true) {
            if (!ready.isEmpty()) {
                int place = random.nextInt(ready.size());
                Runnable work = ready.get(place);
                ready.set(place, ready.getLast());
                ready.removeLast();
                work.run();
                continue;
            }
            Task next = timed.peek();
            if (next == null || next.at.compareTo(end) > 0) {
                now = end;
                return;
            }
            timed.remove();
            now = next.at;
            if (!next.isCancelled[0]) {
                ready.add(next.work);
            }
        }
    }
}
