package ai.nominate.tenantmgr.host.unit;

import static ai.nominate.tenantmgr.host.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import ai.nominate.tenantmgr.host.command.Command;
import ai.nominate.tenantmgr.host.command.LocalRunner;
import ai.nominate.tenantmgr.host.file.Home;
import ai.nominate.tenantmgr.host.file.SafeFiles;
import ai.nominate.tenantmgr.host.process.BaseEnvironment;
import ai.nominate.tenantmgr.host.process.Limits;
import ai.nominate.tenantmgr.host.process.ProcessMarkers;
import ai.nominate.tenantmgr.host.process.ProcessTable;
import ai.nominate.tenantmgr.host.process.SessionEnd;
import ai.nominate.tenantmgr.job.Permit;
import ai.nominate.tenantmgr.job.PermitLost;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** The contract, and what only plain processes have: markers, records and logs that are cut in place. */
class ProcessSupervisorTest extends SupervisorContract {
    private static final RestartPolicy FAST =
            new RestartPolicy(Duration.ofMillis(20), Duration.ofMillis(40), Duration.ofSeconds(30), 4);

    private final ProcessTable table = new ProcessTable();

    @Test
    void a_process_is_marked_with_its_unit() {
        supervisor.start(unit(BACKEND, "echo as $TENANTMGR_SERVICE; exec sleep 4711"), Permit.ALWAYS);

        eventually("it has printed its line", () -> lastLines(5).equals(List.of("as acme/a/backend")));
    }

    @Test
    void one_that_cannot_be_started_counts_as_a_quick_end() throws IOException {
        Unit unit = unit(BACKEND, "exec sleep 4711");
        Files.delete(unit.launchFile());
        Unit nowhere = new Unit(BACKEND, unit.launchFile(), scratch.resolve("work"), unit.log(), unit.limits());

        supervisor.adopt(List.of(nowhere));

        eventually("it is given up", () -> told("4 quick crashes in a row"));
        assertThat(sentences.getFirst()).startsWith("acme/a/backend could not be started; restarting");
    }

    @Test
    void a_restart_that_waits_is_called_off_by_a_stop() {
        ProcessSupervisor patient = new ProcessSupervisor(
                new Home(scratch), rotation(), (status, sentence) -> sentences.add(sentence), RestartPolicy.STANDARD);
        patient.watch(Permit.ALWAYS);
        Unit unit = unit(BACKEND, "exit 1");
        patient.start(unit, Permit.ALWAYS);
        patient.keep(unit);
        eventually("it waits", () -> patient.status(BACKEND).state() == UnitState.RESTARTING);

        patient.stop(BACKEND, GRACE, Permit.ALWAYS);

        assertThat(patient.status(BACKEND).state()).isEqualTo(UnitState.STOPPED);
        patient.close();
    }

    @Test
    void the_record_of_a_unit_stays_as_it_is_while_the_manager_may_not_act() throws IOException {
        AtomicInteger denied = new AtomicInteger();
        AtomicBoolean permitted = new AtomicBoolean(true);
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
        Path file = new Home(scratch).run().resolve("units/acme.a.backend.unit");
        String record = Files.readString(file);

        ProcessHandle.of(first).orElseThrow().destroyForcibly();
        eventually("it wanted to act, and was denied", () -> denied.get() >= 3);

        assertThat(Files.readString(file)).isEqualTo(record);
    }

    @Test
    void without_its_records_a_unit_is_still_found_by_its_marker() throws Exception {
        Unit backend = unit(BACKEND, "exec sleep 4711");
        supervisor.close();
        managerThatDies(backend);
        SafeFiles.deleteTree(new Home(scratch).run().resolve("units"));

        supervisor = open();

        assertThat(supervisor.adopt(List.of(backend)).found()).containsExactly(BACKEND);
        assertThat(members()).isOne();
    }

    @Test
    void the_record_of_an_adopted_unit_is_that_of_this_manager() throws Exception {
        Unit backend = unit(BACKEND, "exec sleep 4711", new Limits(0, 0));
        supervisor.close();
        managerThatDies(backend);
        supervisor = open();
        Unit limited = unit(BACKEND, "exec sleep 4711", AMPLE);

        supervisor.adopt(List.of(limited));

        assertThat(supervisor.isRecorded(limited)).isTrue();
        assertThat(supervisor.isRecorded(backend)).isFalse();
    }

    @Test
    void the_log_of_a_running_unit_is_cut_in_place() throws IOException {
        Unit unit = unit(BACKEND, "seq 1 400000; echo ready; exec sleep 4711");
        supervisor.start(unit, Permit.ALWAYS);
        eventually("it has printed", () -> lastLines(1).equals(List.of("ready")));
        long size = Files.size(unit.log());

        rotate();

        assertThat(Files.size(unit.log())).isEqualTo(size);
        assertThat(allocated(unit.log())).isLessThan(128 * 1024);
        assertThat(lastLines(3)).containsExactly("399999", "400000", "ready");
        List<String> all = lastLines(1_000_000);
        int first = Integer.parseInt(all.getFirst());
        assertThat(all).hasSize(400_000 - first + 2);
    }

    @Override
    Path directory(Task.Owner owner) {
        return scratch;
    }

    @Override
    void makeDirectory(String name) throws IOException {
        Files.createDirectory(scratch.resolve(name));
    }

    @Override
    Supervisor open() {
        ProcessSupervisor opened = new ProcessSupervisor(
                new Home(scratch), rotation(), (status, sentence) -> sentences.add(sentence), FAST);
        opened.watch(Permit.ALWAYS);
        return opened;
    }

    @Override
    Unit unit(UnitId id, String script, Limits limits) {
        Path launch = scratch.resolve("tenants/" + id.slug() + "/" + id.slot() + "." + id.service());
        SafeFiles.write(launch, script + "\n", "rw-------");
        Path log = scratch.resolve("logs/" + id.slug() + "." + id.slot() + "." + id.service() + ".txt");
        return new Unit(id, launch, scratch, log, limits);
    }

    @Override
    void managerThatDies(Unit unit) throws Exception {
        Process manager = new ProcessBuilder(
                        System.getProperty("java.home") + "/bin/java",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ManagerThatDies.class.getName(),
                        scratch.toString(),
                        unit.launchFile().toString(),
                        unit.log().toString(),
                        Long.toString(unit.limits().memoryBytes()),
                        Integer.toString(unit.limits().tasks()))
                .redirectErrorStream(true)
                .redirectOutput(new File(scratch.toFile(), "manager.out"))
                .start();
        assertThat(manager.waitFor())
                .as(Files.readString(scratch.resolve("manager.out")))
                .isEqualTo(9);
    }

    @Override
    void rotate() {
        ((ProcessSupervisor) supervisor).rotate();
    }

    @Override
    long members() {
        return table.family(process -> process.variable(ProcessMarkers.OWNER).equals(scratch.toString()))
                .size();
    }

    @Override
    void endAll() {
        SessionEnd.end(
                () -> table.family(
                        process -> process.variable(ProcessMarkers.OWNER).equals(scratch.toString())),
                GRACE);
    }

    private LogRotation rotation() {
        return new LogRotation(new LocalRunner(BaseEnvironment.of(new Home(scratch))), 128 * 1024, 64 * 1024);
    }

    private long allocated(Path file) {
        var result = new LocalRunner(BaseEnvironment.of(new Home(scratch)))
                .run(Command.of("stat", "--printf=%b\\n", file.toString()), GRACE);
        return Long.parseLong(result.lastLines().getFirst()) * 512;
    }
}
