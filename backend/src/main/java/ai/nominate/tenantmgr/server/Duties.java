package ai.nominate.tenantmgr.server;

import ai.nominate.tenantmgr.job.Permit;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import org.jboss.logging.Logger;

/** All duties of a lease holder. Each started duty is stopped exactly once, in reverse order. */
final class Duties {
    private static final Logger LOG = Logger.getLogger(Duties.class);
    private final List<ServerDuty> inOrder;
    private final Deque<ServerDuty> begun = new ArrayDeque<>();

    Duties(List<ServerDuty> all) {
        this.inOrder =
                all.stream().sorted(Comparator.comparing(ServerDuty::phase)).toList();
    }

    /** Starts all of them, or none: after a failure, the started ones are stopped. */
    void begin(Permit permit) {
        try {
            for (ServerDuty duty : inOrder) {
                permit.check();
                begun.push(duty);
                duty.begin(permit);
            }
        } catch (RuntimeException e) {
            end();
            throw e;
        }
    }

    /** A failure to stop one duty does not prevent the others from stopping. */
    void end() {
        while (!begun.isEmpty()) {
            ServerDuty duty = begun.pop();
            try {
                duty.end();
            } catch (RuntimeException e) {
                LOG.errorf(e, "Duty %s could not be stopped", duty.getClass().getSimpleName());
            }
        }
    }
}
