package ai.nominate.tenantmgr.schedule;

import ai.nominate.tenantmgr.job.Permit;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** All schedules of this server: judges them, and stores what the page shows. */
@ApplicationScoped
public class Schedules {
    private final ScheduleBook book;
    private final List<ScheduleSource> sources;
    private final ScheduleRows rows;
    private final Map<String, WrittenSchedule> written = new HashMap<>();

    Schedules(ScheduleBook book, @All List<ScheduleSource> sources, ScheduleRows rows) {
        this.book = book;
        this.sources = sources;
        this.rows = rows;
    }

    /** Judges every schedule of this server at this time, and stores what has changed. Blocks. */
    public synchronized List<JudgedSchedule> look(Instant now, Permit permit) {
        List<JudgedSchedule> judged = Stream.concat(
                        book.states().stream(), sources.stream().flatMap(source -> source.states(now).stream()))
                .map(state -> JudgedSchedule.of(state, now))
                .toList();
        List<JudgedSchedule> stale =
                judged.stream().filter(each -> isStale(each, now)).toList();
        List<String> ids = judged.stream().map(each -> each.state().id()).toList();
        if (!stale.isEmpty() || written.size() != ids.size()) {
            permit.transaction(() -> rows.store(stale, ids));
            written.keySet().retainAll(ids);
            stale.forEach(each -> written.put(each.state().id(), new WrittenSchedule(each, now)));
        }
        return judged;
    }

    private boolean isStale(JudgedSchedule judged, Instant now) {
        WrittenSchedule before = written.get(judged.state().id());
        return before == null || before.isStale(judged, now);
    }
}
