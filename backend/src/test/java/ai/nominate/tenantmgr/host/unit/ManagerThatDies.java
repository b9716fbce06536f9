package ai.nominate.tenantmgr.host.unit;

import ai.nominate.tenantmgr.host.command.LocalRunner;
import ai.nominate.tenantmgr.host.file.Home;
import ai.nominate.tenantmgr.host.process.BaseEnvironment;
import ai.nominate.tenantmgr.host.process.Limits;
import ai.nominate.tenantmgr.job.Permit;
import java.nio.file.Path;

/** A manager in a separate process that starts and keeps a unit and is then killed, as by kill -9. */
final class ManagerThatDies {
    private ManagerThatDies() {}

    static void main(String[] words) {
        Home home = new Home(Path.of(words[0]));
        ProcessSupervisor supervisor = new ProcessSupervisor(
                home, new LogRotation(new LocalRunner(BaseEnvironment.of(home))), (status, sentence) -> {});
        supervisor.watch(Permit.ALWAYS);
        Limits limits = new Limits(Long.parseLong(words[3]), Integer.parseInt(words[4]));
        Unit unit = new Unit(UnitId.of("acme/a/backend"), Path.of(words[1]), home.root(), Path.of(words[2]), limits);
        supervisor.start(unit, Permit.ALWAYS);
        supervisor.keep(unit);
        Runtime.getRuntime().halt(9);
    }
}
