package ai.nominate.tenantmgr.host.unit;

import ai.nominate.tenantmgr.host.command.Isolation;
import ai.nominate.tenantmgr.host.file.Home;
import ai.nominate.tenantmgr.host.process.BaseEnvironment;
import java.util.List;

/** Supervises plain processes, for machines without systemd. */
public final class ProcessSupervisor extends DrivenSupervisor {
    /** Finds out whether this machine isolates, which blocks for some milliseconds. */
    public ProcessSupervisor(Home home, LogRotation rotation, UnitListener listener) {
        this(home, rotation, listener, RestartPolicy.STANDARD);
    }

    ProcessSupervisor(Home home, LogRotation rotation, UnitListener listener, RestartPolicy policy) {
        this(home, rotation, listener, Isolation.of(home, List.of()), policy);
    }

    public ProcessSupervisor(Home home, LogRotation rotation, UnitListener listener, Isolation isolation) {
        this(home, rotation, listener, isolation, RestartPolicy.STANDARD);
    }

    ProcessSupervisor(
            Home home, LogRotation rotation, UnitListener listener, Isolation isolation, RestartPolicy policy) {
        super(home, new ProcessDriver(BaseEnvironment.of(home), isolation, rotation), listener, policy);
    }
}
