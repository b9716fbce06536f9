package ai.nominate.tenantmgr.host.unit;

import static ai.nominate.tenantmgr.host.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.nominate.tenantmgr.host.command.Command;
import ai.nominate.tenantmgr.host.command.CommandResult;
import ai.nominate.tenantmgr.host.command.LocalRunner;
import ai.nominate.tenantmgr.host.file.Home;
import ai.nominate.tenantmgr.host.file.SafeFiles;
import ai.nominate.tenantmgr.host.process.BaseEnvironment;
import ai.nominate.tenantmgr.host.process.ProcessMarkers;
import ai.nominate.tenantmgr.host.process.ProcessTable;
import ai.nominate.tenantmgr.host.process.SessionEnd;
import ai.nominate.tenantmgr.host.process.Sockets;
import ai.nominate.tenantmgr.job.Permit;
import ai.nominate.tenantmgr.job.PermitLost;
import ai.nominate.tenantmgr.kernel.PortNumber;
import ai.nominate.tenantmgr.kernel.ServiceName;
import ai.nominate.tenantmgr.kernel.Slot;
import ai.nominate.tenantmgr.kernel.TenantSlug;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessSupervisorTest {
    private static final TenantSlug ACME = new TenantSlug("acme");
    private static final UnitId BACKEND = new UnitId(ACME, Slot.A, ServiceName.BACKEND);
    private static final UnitId FRONTEND = new UnitId(ACME, Slot.A, ServiceName.FRONTEND);
    private static final Duration GRACE = Duration.ofSeconds(5);
    private static final RestartPolicy FAST =
            new RestartPolicy(Duration.ofMillis(20), Duration.ofMillis(40), Duration.ofSeconds(30), 4);

    private final ProcessTable table = new ProcessTable();
    private final List<String> sentences = new CopyOnWriteArrayList<>();

    @TempDir
    Path root;

    private ProcessSupervisor supervisor;

    @BeforeEach
    void make() {
        supervisor = supervisor();
    }

    @AfterEach
    void endAll() {
        supervisor.close();
        SessionEnd.end(
                () -> table.family(
                        process -> process.variable(ProcessMarkers.OWNER).equals(root.toString())),
                GRACE);
    }

    @Test
    void a_unit_runs_in_its_directory_with_its_log_and_starts_only_once() {
        Unit unit = unit(BACKEND, "echo in $(pwd) as $TENANTMGR_SERVICE; exec sleep 4711");

        supervisor.start(unit, Permit.ALWAYS);
        Long pid = supervisor.status(BACKEND).pid();
        supervisor.start(unit, Permit.ALWAYS);

        UnitStatus status = supervisor.status(BACKEND);
        assertThat(status.state()).isEqualTo(UnitState.RUNNING);
        assertThat(status.pid()).isEqualTo(pid);
        eventually("it has said so", () -> supervisor.lastLines(BACKEND, 5).size() == 1);
        assertThat(supervisor.lastLines(BACKEND, 5)).containsExactly("in " + root + " as acme/a/backend");
        assertThat(supervisor.status(BACKEND).memoryBytes()).isPositive();
    }

    @Test
    void one_that_is_not_kept_stays_dead_and_says_how_it_ended() {
        supervisor.start(unit(BACKEND, "exit 3"), Permit.ALWAYS);

        eventually("it died", () -> supervisor.status(BACKEND).state() == UnitState.FAILED);

        assertThat(supervisor.status(BACKEND).lastExit()).isEqualTo(3);
        eventually("the listener is notified", () -> sentences.equals(List.of("acme/a/backend exited with code 3.")));
    }

    @Test
    void one_that_is_kept_comes_back() {
        Unit unit = unit(BACKEND, "exec sleep 4711");
        supervisor.start(unit, Permit.ALWAYS);
        supervisor.keep(unit);
        long first = supervisor.status(BACKEND).pid();

        ProcessHandle.of(first).orElseThrow().destroyForcibly();

        eventually(
                "another runs",
                () -> supervisor.status(BACKEND).restarts() == 1
                        && supervisor.status(BACKEND).state() == UnitState.RUNNING);
        assertThat(supervisor.status(BACKEND).pid()).isNotEqualTo(first);
        assertThat(supervisor.status(BACKEND).lastExit()).isEqualTo(137);
        eventually("its log tells", () -> supervisor.lastLines(BACKEND, 9).size() == 2);
        assertThat(supervisor.lastLines(BACKEND, 1).getFirst()).endsWith("acme/a/backend was restarted.");
    }

    @Test
    void one_that_dies_at_once_again_and_again_is_given_up() {
        Unit unit = unit(BACKEND, "echo once; exit 1");
        supervisor.start(unit, Permit.ALWAYS);
        supervisor.keep(unit);

        eventually(
                "it is not restarted any more",
                () -> sentences.stream().anyMatch(line -> line.contains("4 quick crashes in a row")));

        assertThat(supervisor.status(BACKEND).state()).isEqualTo(UnitState.FAILED);
        assertThat(supervisor.lastLines(BACKEND, 99)).filteredOn("once"::equals).hasSize(4);
    }

    @Test
    void one_that_cannot_be_started_counts_as_a_quick_end() throws IOException {
        Unit unit = unit(BACKEND, "exec sleep 4711");
        Files.delete(unit.launchFile());
        Unit nowhere = new Unit(BACKEND, unit.launchFile(), root.resolve("work"), unit.log(), unit.memoryBytes());

        supervisor.adopt(List.of(nowhere));

        eventually(
                "it is not restarted any more",
                () -> sentences.stream().anyMatch(line -> line.contains("4 quick crashes in a row")));
        assertThat(sentences.getFirst()).startsWith("acme/a/backend could not be started; restarting");
    }

    @Test
    void stopping_ends_the_whole_session_and_the_keeping() {
        Unit unit = unit(BACKEND, "setsid sleep 4712 & env -i sleep 4713 & sleep 4714 & wait");
        supervisor.start(unit, Permit.ALWAYS);
        supervisor.keep(unit);
        eventually("all run", () -> supervisor.status(BACKEND).pid() != null && members() == 4);

        supervisor.stop(BACKEND, GRACE, Permit.ALWAYS);
        supervisor.stop(BACKEND, GRACE, Permit.ALWAYS);

        assertThat(members()).isZero();
        assertThat(supervisor.status(BACKEND).state()).isEqualTo(UnitState.STOPPED);
        assertThat(supervisor.status(BACKEND).lastExit()).isEqualTo(143);
        assertThat(sentences).isEmpty();
    }

    @Test
    void who_does_not_end_within_the_grace_is_killed() {
        supervisor.start(unit(BACKEND, "trap '' TERM; echo deaf; while :; do sleep 0.05; done"), Permit.ALWAYS);
        eventually("it is deaf", () -> supervisor.lastLines(BACKEND, 1).equals(List.of("deaf")));

        supervisor.stop(BACKEND, Duration.ofMillis(200), Permit.ALWAYS);

        assertThat(members()).isZero();
        assertThat(supervisor.status(BACKEND).lastExit()).isEqualTo(137);
    }

    @Test
    void a_supervisor_that_may_not_act_restarts_nothing_until_it_may() {
        AtomicBoolean permitted = new AtomicBoolean(true);
        AtomicInteger denied = new AtomicInteger();
        supervisor.watch(() -> {
            if (!permitted.get()) {
                denied.incrementAndGet();
                throw new PermitLost("the lease is another manager's");
            }
        });
        Unit unit = unit(BACKEND, "exec sleep 4711");
        supervisor.start(unit, Permit.ALWAYS);
        supervisor.keep(unit);
        long first = supervisor.status(BACKEND).pid();
        permitted.set(false);

        ProcessHandle.of(first).orElseThrow().destroyForcibly();
        eventually("it is gone", () -> ProcessHandle.of(first).isEmpty());
        String record = record();
        eventually("it wanted to act, and was denied", () -> denied.get() >= 3);
        assertThat(supervisor.status(BACKEND).restarts()).isZero();
        assertThat(processes(BACKEND)).isEmpty();
        assertThat(record()).as("what is written down of it").isEqualTo(record);

        permitted.set(true);
        eventually(
                "it was started again",
                () -> sentences.stream().anyMatch(sentence -> sentence.endsWith("was restarted.")));
        assertThat(supervisor.status(BACKEND).restarts()).isEqualTo(1);
        assertThat(supervisor.status(BACKEND).lastExit()).isEqualTo(137);
    }

    @Test
    void one_that_watches_again_takes_over_what_another_has_changed_meanwhile() {
        Unit unit = unit(BACKEND, "exec sleep 4711");
        supervisor.start(unit, Permit.ALWAYS);
        supervisor.close();
        ProcessSupervisor other = supervisor();
        other.stop(BACKEND, GRACE, Permit.ALWAYS);
        other.close();
        assertThat(supervisor.isWatching()).isFalse();

        supervisor.watch(Permit.ALWAYS);

        assertThat(supervisor.status(BACKEND).state()).isEqualTo(UnitState.STOPPED);
    }

    private String record() {
        try {
            return Files.readString(new Home(root).run().resolve("units/acme.a.backend.unit"));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private List<ai.nominate.tenantmgr.host.process.LiveProcess> processes(UnitId id) {
        return table.all().stream()
                .filter(process -> process.variable(ProcessMarkers.SERVICE).equals(id.toString())
                        && process.variable(ProcessMarkers.OWNER).equals(root.toString()))
                .toList();
    }

    @Test
    void a_restart_that_waits_is_called_off_by_a_stop() {
        ProcessSupervisor patient = watching(new ProcessSupervisor(
                new Home(root), rotation(), (status, sentence) -> sentences.add(sentence), RestartPolicy.STANDARD));
        Unit unit = unit(BACKEND, "exit 1");
        patient.start(unit, Permit.ALWAYS);
        patient.keep(unit);
        eventually("it waits", () -> patient.status(BACKEND).state() == UnitState.RESTARTING);

        patient.stop(BACKEND, GRACE, Permit.ALWAYS);

        assertThat(patient.status(BACKEND).state()).isEqualTo(UnitState.STOPPED);
        patient.close();
    }

    @Test
    void a_lost_permit_neither_starts_nor_stops() {
        Permit lost = () -> {
            throw new PermitLost("taken over");
        };
        Unit unit = unit(BACKEND, "exec sleep 4711");
        assertThatThrownBy(() -> supervisor.start(unit, lost)).isInstanceOf(PermitLost.class);
        assertThat(members()).isZero();

        supervisor.start(unit, Permit.ALWAYS);
        assertThatThrownBy(() -> supervisor.stop(BACKEND, GRACE, lost)).isInstanceOf(PermitLost.class);
        assertThat(members()).isOne();
    }

    @Test
    void the_listener_of_a_port_is_told_from_a_stranger() throws IOException {
        PortNumber port = freePort();
        supervisor.start(
                unit(BACKEND, "exec java -Xmx32m -m jdk.httpserver -b 127.0.0.1 -p " + port + " -d " + root),
                Permit.ALWAYS);
        supervisor.start(unit(FRONTEND, "exec sleep 4711"), Permit.ALWAYS);

        eventually("it listens", () -> supervisor.listens(BACKEND, port));
        assertThat(supervisor.listens(FRONTEND, port)).isFalse();
        assertThat(new Sockets().listener(port).orElseThrow())
                .isEqualTo(supervisor.status(BACKEND).pid());

        supervisor.stop(BACKEND, GRACE, Permit.ALWAYS);
        try (ServerSocket stranger = new ServerSocket(port.value(), 1, InetAddress.getLoopbackAddress())) {
            assertThat(supervisor.listens(BACKEND, port)).isFalse();
            assertThat(stranger.isBound()).isTrue();
        }
    }

    @Test
    void a_closed_supervisor_stops_and_restarts_nothing() {
        Unit unit = unit(BACKEND, "exec sleep 4711");
        supervisor.start(unit, Permit.ALWAYS);
        supervisor.keep(unit);
        long pid = supervisor.status(BACKEND).pid();

        supervisor.close();

        assertThat(ProcessHandle.of(pid)).get().matches(ProcessHandle::isAlive);
        ProcessHandle.of(pid).orElseThrow().destroyForcibly();
        eventually("it is gone", () -> members() == 0);
        assertThat(sentences).isEmpty();
    }

    @Test
    void what_goes_on_after_the_manager_was_killed_is_found_and_kept() throws Exception {
        Unit backend = unit(BACKEND, "exec sleep 4711");
        Unit frontend = unit(FRONTEND, "exec sleep 4712");
        supervisor.close();
        managerThatDies(backend);
        assertThat(members()).isOne();

        supervisor = supervisor();
        AdoptedUnits adopted = supervisor.adopt(List.of(backend, frontend));

        assertThat(adopted.found()).containsExactly(BACKEND);
        assertThat(adopted.started()).containsExactly(FRONTEND);
        assertThat(supervisor.statuses(ACME)).allMatch(status -> status.state() == UnitState.RUNNING);

        long pid = supervisor.status(BACKEND).pid();
        ProcessHandle.of(pid).orElseThrow().destroyForcibly();
        eventually("it is started again", () -> supervisor.status(BACKEND).restarts() == 1);
        assertThat(supervisor.status(BACKEND).lastExit()).isNull();
    }

    @Test
    void without_its_records_a_unit_is_still_found_by_its_marker() throws Exception {
        Unit backend = unit(BACKEND, "exec sleep 4711");
        supervisor.close();
        managerThatDies(backend);
        SafeFiles.deleteTree(new Home(root).run().resolve("units"));

        supervisor = supervisor();

        assertThat(supervisor.adopt(List.of(backend)).found()).containsExactly(BACKEND);
        assertThat(members()).isOne();
    }

    @Test
    void a_restarted_manager_knows_the_units_of_a_tenant_until_it_forgets_them() throws Exception {
        Unit unit = unit(BACKEND, "echo last words; exit 5");
        supervisor.start(unit, Permit.ALWAYS);
        eventually("it died", () -> supervisor.status(BACKEND).state() == UnitState.FAILED);
        supervisor.close();

        supervisor = supervisor();
        assertThat(supervisor.statuses(ACME)).singleElement().matches(status -> status.lastExit() == 5);
        assertThat(supervisor.lastLines(BACKEND, 9)).contains("last words");

        supervisor.forget(ACME);
        assertThat(supervisor.statuses(ACME)).isEmpty();
    }

    @Test
    void the_log_of_a_running_unit_is_cut_and_no_line_is_lost() throws IOException {
        Unit unit = unit(BACKEND, "seq 1 400000; echo ready; exec sleep 4711");
        supervisor.start(unit, Permit.ALWAYS);
        eventually("it has written", () -> supervisor.lastLines(BACKEND, 1).equals(List.of("ready")));
        long size = Files.size(unit.log());

        supervisor.rotate();

        assertThat(Files.size(unit.log())).isEqualTo(size);
        assertThat(allocated(unit.log())).isLessThan(128 * 1024);
        assertThat(supervisor.lastLines(BACKEND, 3)).containsExactly("399999", "400000", "ready");
        List<String> all = supervisor.lastLines(BACKEND, 1_000_000);
        int first = Integer.parseInt(all.getFirst());
        assertThat(all).hasSize(400_000 - first + 2);
    }

    private ProcessSupervisor supervisor() {
        return watching(
                new ProcessSupervisor(new Home(root), rotation(), (status, sentence) -> sentences.add(sentence), FAST));
    }

    private static ProcessSupervisor watching(ProcessSupervisor supervisor) {
        supervisor.watch(Permit.ALWAYS);
        return supervisor;
    }

    private LogRotation rotation() {
        return new LogRotation(new LocalRunner(BaseEnvironment.of(new Home(root))), 128 * 1024, 64 * 1024);
    }

    private Unit unit(UnitId id, String script) {
        Path launch = root.resolve("tenants/acme/a." + id.service());
        SafeFiles.write(launch, script + "\n", "rw-------");
        return new Unit(id, launch, root, root.resolve("logs/" + id.service() + ".txt"), 64 << 20);
    }

    private void managerThatDies(Unit unit) throws Exception {
        Process manager = new ProcessBuilder(
                        System.getProperty("java.home") + "/bin/java",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ManagerThatDies.class.getName(),
                        root.toString(),
                        unit.launchFile().toString(),
                        unit.log().toString())
                .redirectErrorStream(true)
                .redirectOutput(new File(root.toFile(), "manager.out"))
                .start();
        assertThat(manager.waitFor())
                .as(Files.readString(root.resolve("manager.out")))
                .isEqualTo(9);
    }

    private long members() {
        return table.family(process -> process.variable(ProcessMarkers.OWNER).equals(root.toString()))
                .size();
    }

    private long allocated(Path file) throws IOException {
        CommandResult result = new LocalRunner(BaseEnvironment.of(new Home(root)))
                .run(Command.of("stat", "--printf=%b\\n", file.toString()), GRACE);
        return Long.parseLong(result.lastLines().getFirst()) * 512;
    }

    private static PortNumber freePort() {
        Sockets sockets = new Sockets();
        return ThreadLocalRandom.current()
                .ints(1_000, 9_900, 10_000)
                .mapToObj(PortNumber::new)
                .filter(sockets::free)
                .findFirst()
                .orElseThrow();
    }
}
