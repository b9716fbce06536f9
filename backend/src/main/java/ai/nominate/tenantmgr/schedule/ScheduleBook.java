package ai.nominate.tenantmgr.schedule;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The recurring work of this manager. Features register theirs when they are made, and run it through what they get. */
@ApplicationScoped
public class ScheduleBook {
    private final Clock clock;
    private final Map<String, RecurringTask> tasks = new TreeMap<>();

    public ScheduleBook(Clock clock) {
        this.clock = clock;
    }

    /**
     * Registers work; its first run is expected within its interval.
     *
     * @param id the feature and what it does: {@code health.sums}
     * @param every between the beginnings of two runs
     * @param longest that a run may take
     */
    public RecurringTask register(String id, String title, Duration every, Duration longest) {
        return register(id, title, every, Expectation.every(every, longest));
    }

    /** @see #register(String, String, Duration, Duration) */
    public synchronized RecurringTask register(String id, String title, Duration every, Expectation expectation) {
        return tasks.computeIfAbsent(id, name -> new RecurringTask(name, title, every, expectation, clock));
    }

    synchronized List<ScheduleState> states() {
        return tasks.values().stream()
                .filter(RecurringTask::isExpected)
                .map(RecurringTask::state)
                .toList();
    }
}
