package ai.nominate.tenantmgr.schedule;

import java.time.Instant;
import java.util.List;

/**
 * Schedules that a feature knows from its rows, such as one for each tenant. A feature implements it as a bean; work that the manager
 * does by itself registers with {@link ScheduleBook} instead. Asked every few seconds by the holder of the server's lease.
 */
public interface ScheduleSource {
    /** The schedules of this server as they are now; may block, for less than a second. */
    List<ScheduleState> states(Instant now);
}
