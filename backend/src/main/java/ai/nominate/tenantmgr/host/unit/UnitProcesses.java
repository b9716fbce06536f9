package ai.nominate.tenantmgr.host.unit;

import ai.nominate.tenantmgr.host.command.Command;
import ai.nominate.tenantmgr.host.command.DetachedLauncher;
import ai.nominate.tenantmgr.host.command.FileView;
import ai.nominate.tenantmgr.host.command.Isolation;
import ai.nominate.tenantmgr.host.file.SafeFiles;
import ai.nominate.tenantmgr.host.process.BaseEnvironment;
import ai.nominate.tenantmgr.host.process.Families;
import ai.nominate.tenantmgr.host.process.LiveProcess;
import ai.nominate.tenantmgr.host.process.MarkedFamilies;
import ai.nominate.tenantmgr.host.process.ProcessIdentity;
import ai.nominate.tenantmgr.host.process.ProcessMarkers;
import ai.nominate.tenantmgr.host.process.ProcessTable;
import ai.nominate.tenantmgr.host.process.ProcessUsage;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The processes of a unit: those with its marker, and those in the session of its leader. */
final class UnitProcesses {
    private final ProcessTable table = new ProcessTable();
    private final DetachedLauncher launcher;
    private final MarkedFamilies families;

    UnitProcesses(BaseEnvironment environment, Isolation isolation) {
        this.launcher = new DetachedLauncher(environment, Optional.of(isolation));
        this.families = new MarkedFamilies(environment.owner(), ProcessMarkers.SERVICE);
    }

    /** The processes of all units, in one look. */
    Families look() {
        return families.look();
    }

    /** Its temporary files of before are removed: none of its processes runs. */
    Process launch(Unit unit) {
        unit.view().flatMap(FileView::temporary).ifPresent(SafeFiles::deleteTree);
        String file = unit.launchFile().toString();
        List<String> argv = Files.isExecutable(unit.launchFile()) ? List.of(file) : List.of("/bin/sh", file);
        return launcher.detached(
                new Command(
                        argv,
                        unit.directory(),
                        Map.of(),
                        unit.view(),
                        unit.limits().tasks()),
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
        return look().leader(id.toString());
    }

    /** @param leader process whose session counts even without markers; null for none */
    List<LiveProcess> of(UnitId id, ProcessIdentity leader) {
        return look().of(id.toString(), leader).stream()
                .map(ProcessUsage::process)
                .toList();
    }
}
