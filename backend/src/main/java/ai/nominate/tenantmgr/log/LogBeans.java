package ai.nominate.tenantmgr.log;

import ai.nominate.tenantmgr.kernel.StartupPhase;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.jboss.logmanager.Logger;

/** Connects the manager's log with the table, from the start of the manager to its end. */
@Singleton
class LogBeans {
    private final EntryQueue queue = new EntryQueue();
    private final ManagerLogHandler handler = new ManagerLogHandler(queue);

    @Produces
    @Singleton
    EntryQueue queue() {
        return queue;
    }

    void onStart(@Observes @Priority(StartupPhase.CONSUMERS) StartupEvent start, LogWriter writer) {
        Logger.getLogger("").addHandler(handler);
        writer.start();
    }

    void onStop(@Observes ShutdownEvent stop, LogWriter writer) {
        Logger.getLogger("").removeHandler(handler);
        writer.stop();
    }
}
