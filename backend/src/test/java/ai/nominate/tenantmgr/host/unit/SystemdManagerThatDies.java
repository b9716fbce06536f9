package ai.nominate.tenantmgr.host.unit;

import ai.nominate.tenantmgr.host.process.Limits;
import ai.nominate.tenantmgr.job.Permit;
import java.util.Optional;

/** {@link ManagerThatDies} on systemd. */
final class SystemdManagerThatDies {
    private SystemdManagerThatDies() {}

    static void main(String[] words) {
        SystemdHome home = new SystemdHome();
        Supervisor supervisor = new DrivenSupervisor(SystemdHome.HOME, home.driver(), (status, sentence) -> {});
        supervisor.watch(Permit.ALWAYS);
        Limits limits = new Limits(Long.parseLong(words[1]), Integer.parseInt(words[2]));
        Unit unit = home.unit(UnitId.of("acme/a/backend"), words[0], limits, Optional.empty());
        supervisor.start(unit, Permit.ALWAYS);
        supervisor.keep(unit);
        Runtime.getRuntime().halt(9);
    }
}
