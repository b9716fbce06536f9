package ai.nominate.tenantmgr.host.unit;

import ai.nominate.tenantmgr.host.command.Command;
import ai.nominate.tenantmgr.host.command.DetachedLauncher;
import ai.nominate.tenantmgr.host.process.BaseEnvironment;
import ai.nominate.tenantmgr.host.process.Families;
import ai.nominate.tenantmgr.host.process.LiveProcess;
import ai.nominate.tenantmgr.host.process.MarkedFamilies;
import ai.nominate.tenantmgr.host.process.ProcessIdentity;
import ai.nominate.tenantmgr.host.process.ProcessMarkers;
import ai.nominate.tenantmgr.host.process.ProcessTable;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The processes of a unit: those with its marker, and those in the session of its leader. */
final class UnitProcesses {
    private final ProcessTable table = new ProcessTable();
    private final DetachedLauncher launcher;
    private final MarkedFamilies families;
    private final String owner;

    UnitProcesses(BaseEnvironment environment) {
        this.launcher = new DetachedLauncher(environment);
        this.families = new MarkedFamilies(environment.owner(), ProcessMarkers.SERVICE);
        this.owner = environment.owner();
    }

    /** The processes of all units, in one look. */
    Families look() {
        return families.look();
    }

    Process launch(Unit unit) {
        String file = unit.launchFile().toString();
        Command command = Files.isExecutable(unit.launchFile()) ? Command.of(file) : Command.of("/bin/sh", file);
        return launcher.detached(
                command.in(unit.directory()),
                Map.of(ProcessMarkers.SERVICE, unit.id().toString()),
                unit.log());
    }

    /** A process that ended immediately after its start is identified by its pid alone. */
    ProcessIdentity identity(Process process) {
        return table.process(process.pid())
                .map(table::identity)
                .orElseGet(() -> new ProcessIdentity(process.pid(), 0, ""));
    }

    boolean alive(ProcessIdentity leader) {
        return table.find(leader).isPresent();
    }

    /** Finds it by its marker, if there is no record or the record is wrong. */
    Optional<ProcessIdentity> leader(UnitId id) {
        return table.all().stream()
                .filter(LiveProcess::leadsItsSession)
                .filter(process -> marked(process, id))
                .findFirst()
                .map(table::identity);
    }

    /** @param leader process whose session counts even without markers; null for none */
    List<LiveProcess> of(UnitId id, ProcessIdentity leader) {
        boolean known = leader != null && stillNames(leader);
        return table.family(process -> known && process.session() == leader.pid() || marked(process, id));
    }

    /**
     * A session id is not reused while the session has members, so it is this unit's unless another process leads it.
     */
    private boolean stillNames(ProcessIdentity leader) {
        return table.process(leader.pid())
                .map(process -> table.identity(process).equals(leader))
                .orElseGet(() -> table.sameBoot(leader));
    }

    private boolean marked(LiveProcess process, UnitId id) {
        return process.variable(ProcessMarkers.SERVICE).equals(id.toString())
                && process.variable(ProcessMarkers.OWNER).equals(owner);
    }
}
