package ai.nominate.tenantmgr.host.unit;

import static ai.nominate.tenantmgr.host.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import ai.nominate.tenantmgr.host.file.LogPage;
import ai.nominate.tenantmgr.host.file.SafeFiles;
import ai.nominate.tenantmgr.host.process.Cgroups;
import ai.nominate.tenantmgr.host.process.Limits;
import ai.nominate.tenantmgr.job.Permit;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The contract on a real systemd, and what only that has. Runs on the throw-away server of {@code deploy/systemd/test}. */
@Tag("endurance")
class SystemdSupervisorTest extends SupervisorContract {
    private static final RestartPolicy FAST =
            new RestartPolicy(Duration.ofMillis(20), Duration.ofMillis(40), Duration.ofSeconds(30), 4);

    private final SystemdHome home = new SystemdHome();
    private final Cgroups cgroups = new Cgroups("tenantmgr.slice");

    @Test
    void a_unit_has_the_limits_of_its_manifest_in_the_kernel() {
        supervisor.start(unit(BACKEND, "exec sleep 4711", new Limits(64 << 20, 64)), Permit.ALWAYS);

        assertThat(home.run("systemctl", "show", "--property=MemoryMax,TasksMax", "tenantmgr-service1-a@acme"))
                .containsExactlyInAnyOrder("MemoryMax=67108864", "TasksMax=128");
    }

    @Test
    void a_service_comes_back_without_a_manager() {
        Unit unit = unit(BACKEND, "exec sleep 4711");
        supervisor.start(unit, Permit.ALWAYS);
        supervisor.keep(unit);
        long first = supervisor.status(BACKEND).pid();
        supervisor.close();

        kill(first);

        eventually(
                "systemd has started another",
                Duration.ofMinutes(1),
                () -> cgroups.processes("tenantmgr-service1-a@acme.service").stream()
                        .anyMatch(process -> process.pid() != first));
        supervisor.watch(Permit.ALWAYS);
        assertThat(state()).isEqualTo(UnitState.RUNNING);
        assertThat(supervisor.status(BACKEND).pid()).isNotEqualTo(first);
    }

    @Test
    void the_files_of_a_deleted_tenant_become_the_managers() throws Exception {
        supervisor.start(unit(BACKEND, "echo kept >file; exec sleep 4711"), Permit.ALWAYS);
        Path file = SystemdHome.storage(ACME).resolve("file");
        eventually("it has written", () -> Files.exists(SystemdHome.state(ACME).resolve("file")));
        supervisor.stop(BACKEND, GRACE, Permit.ALWAYS);

        supervisor.forget(ACME);

        assertThat(Files.readString(file)).isEqualTo("kept\n");
        assertThat(Files.getOwner(file).getName()).isEqualTo(SystemdHome.USER);
        assertThat(SystemdHome.state(ACME)).doesNotExist();
    }

    @Test
    void a_log_that_was_thrown_away_says_so() {
        supervisor.start(unit(BACKEND, "echo once; exec sleep 4711"), Permit.ALWAYS);
        eventually("it has printed", () -> lastLines(1).equals(List.of("once")));
        LogPage page = supervisor.log(BACKEND, "", 10);
        assertThat(supervisor.log(BACKEND, page.cursor(), 10).cut()).isFalse();

        home.run("journalctl", "--rotate", "--vacuum-size=1");

        assertThat(supervisor.log(BACKEND, page.cursor(), 10).cut()).isTrue();
    }

    @Override
    Supervisor open() {
        DrivenSupervisor opened = new DrivenSupervisor(
                SystemdHome.HOME, home.driver(), (status, sentence) -> sentences.add(sentence), FAST);
        opened.watch(Permit.ALWAYS);
        return opened;
    }

    @Override
    Unit unit(UnitId id, String script, Limits limits) {
        return home.unit(id, script, limits, Optional.empty());
    }

    @Override
    Path directory(Task.Owner owner) {
        return owner instanceof Task.Owner.OfRelease release
                ? SystemdHome.HOME.releases().resolve(release.id())
                : SystemdHome.storage(ACME);
    }

    @Override
    void makeDirectory(String name) {
        SafeFiles.directory(SystemdHome.state(ACME).resolve(name), "rwxr-xr-x");
    }

    @Override
    void managerThatDies(Unit unit) throws Exception {
        Process manager = new ProcessBuilder(
                        System.getProperty("java.home") + "/bin/java",
                        "-cp",
                        System.getProperty("java.class.path"),
                        SystemdManagerThatDies.class.getName(),
                        Files.readString(unit.launchFile()).strip(),
                        Long.toString(unit.limits().memoryBytes()),
                        Integer.toString(unit.limits().tasks()))
                .redirectErrorStream(true)
                .redirectOutput(new File(scratch.toFile(), "manager.out"))
                .start();
        assertThat(manager.waitFor())
                .as(Files.readString(scratch.resolve("manager.out")))
                .isEqualTo(9);
    }

    /** Fewer lines: the journal keeps more of each. More than it takes from a unit in half a minute, if it is not told to take all. */
    @Override
    int flood() {
        return 40_000;
    }

    @Override
    void rotate() {
        home.run("journalctl", "--rotate", "--vacuum-size=2500K");
    }

    @Override
    long members() {
        return cgroups.units().stream()
                .mapToLong(unit -> cgroups.processes(unit).size())
                .sum();
    }

    @Override
    void endAll() {
        home.clean();
    }
}
