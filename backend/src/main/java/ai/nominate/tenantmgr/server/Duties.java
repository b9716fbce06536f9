package ai.nominate.tenantmgr.server;

import ai.nominate.tenantmgr.job.Permit;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import org.jboss.logging.Logger;

/** All duties of a lease's holder. Each that has begun is ended exactly once, the last one first. */
final class Duties {
    private static final Logger LOG = Logger.getLogger(Duties.class);
    private final List<ServerDuty> inOrder;
    private final Deque<ServerDuty> begun = new ArrayDeque<>();

    Duties(List<ServerDuty> all) {
        this.inOrder =
                all.stream().sorted(Comparator.comparing(ServerDuty::phase)).toList();
    }

    /** Begins all of them, or none: after a failure, those that have begun are ended. */
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

    /** One that cannot be ended does not keep the others from it. */
    void end() {
        while (!begun.isEmpty()) {
            ServerDuty duty = begun.pop();
            try {
                duty.end();
            } catch (RuntimeException e) {
                LOG.errorf(e, "Duty %s could not be ended", duty.getClass().getSimpleName());
            }
        }
    }
}
