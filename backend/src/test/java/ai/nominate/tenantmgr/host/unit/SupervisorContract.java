package ai.nominate.tenantmgr.host.unit;

import static ai.nominate.tenantmgr.host.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.nominate.tenantmgr.host.command.CommandResult;
import ai.nominate.tenantmgr.host.command.LineSink;
import ai.nominate.tenantmgr.host.command.RunInterrupted;
import ai.nominate.tenantmgr.host.command.RunScope;
import ai.nominate.tenantmgr.host.file.LineSplitter;
import ai.nominate.tenantmgr.host.file.LogPage;
import ai.nominate.tenantmgr.host.process.Limits;
import ai.nominate.tenantmgr.host.process.Sockets;
import ai.nominate.tenantmgr.job.Permit;
import ai.nominate.tenantmgr.job.PermitLost;
import ai.nominate.tenantmgr.kernel.InvalidValue;
import ai.nominate.tenantmgr.kernel.PortNumber;
import ai.nominate.tenantmgr.kernel.ServiceName;
import ai.nominate.tenantmgr.kernel.Slot;
import ai.nominate.tenantmgr.kernel.TenantSlug;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What every driver of {@link Supervisor} promises, tried with real processes. A driver's own test extends it, and says how the
 * driver is made; its restart policy waits for milliseconds and gives up after four quick ends.
 */
abstract class SupervisorContract {
    static final TenantSlug ACME = new TenantSlug("acme");
    static final UnitId BACKEND = new UnitId(ACME, Slot.A, ServiceName.BACKEND);
    static final UnitId FRONTEND = new UnitId(ACME, Slot.A, ServiceName.FRONTEND);
    static final UnitId OTHER_SLOT = new UnitId(ACME, Slot.B, ServiceName.BACKEND);
    static final Task.Owner OF_ACME = new Task.Owner.OfTenant(ACME);
    private static final Task.Owner OF_R1 = new Task.Owner.OfRelease("r1");
    static final Duration GRACE = Duration.ofSeconds(5);
    static final Limits AMPLE = new Limits(512 << 20, 512);
    private static final Limits SMALL = new Limits(64 << 20, 64);
    /** Holds 300 MB for a minute. */
    private static final String EATER = "{ head -c 300000000 /dev/zero; sleep 60; } | tail -c 299000000 >/dev/null";

    final List<String> sentences = new CopyOnWriteArrayList<>();

    @TempDir
    Path scratch;

    Supervisor supervisor;

    /** A manager's supervisor that watches: one at a time, on what the one before left. */
    abstract Supervisor open();

    /** A service that runs the lines of a shell script. */
    abstract Unit unit(UnitId id, String script, Limits limits);

    /** Starts and keeps the unit in a manager of its own, which is then killed. */
    abstract void managerThatDies(Unit unit) throws Exception;

    /** Where the tenant's units and tasks run, and where the builds of release r1 do. */
    abstract Path directory(Task.Owner owner);

    /** Makes a directory that the units of the tenant see where they run. */
    abstract void makeDirectory(String name) throws IOException;

    /** Ends a process, as the kernel or an administrator would. */
    void kill(long pid) {
        ProcessHandle.of(pid).orElseThrow().destroyForcibly();
    }

    /** Lines that are enough for a log to be cut. */
    int flood() {
        return 400_000;
    }

    /** Cuts the logs as the driver does when they have grown too big. */
    abstract void rotate();

    /** How many processes of all that was started are there. */
    abstract long members();

    /** Ends whatever is left. */
    abstract void endAll();

    @BeforeEach
    void make() {
        supervisor = open();
    }

    @AfterEach
    void end() {
        supervisor.close();
        endAll();
    }

    @Test
    void a_unit_runs_in_its_directory_with_its_log_and_starts_only_once() {
        Unit unit = unit(BACKEND, "echo in $(pwd); exec sleep 4711");

        supervisor.start(unit, Permit.ALWAYS);
        Long pid = supervisor.status(BACKEND).pid();
        supervisor.start(unit, Permit.ALWAYS);

        UnitStatus status = supervisor.status(BACKEND);
        assertThat(status.state()).isEqualTo(UnitState.RUNNING);
        assertThat(status.pid()).isEqualTo(pid);
        eventually("it has printed its line", () -> lastLines(5).size() == 1);
        assertThat(lastLines(5)).containsExactly("in " + directory(OF_ACME));
        assertThat(supervisor.status(BACKEND).memoryBytes()).isPositive();
        assertThat(supervisor.status(BACKEND).tasks()).isEqualTo(1);
    }

    @Test
    void one_that_is_not_kept_stays_dead_and_says_how_it_ended() {
        supervisor.start(unit(BACKEND, "exit 3"), Permit.ALWAYS);

        eventually("it died", () -> state() == UnitState.FAILED);

        assertThat(supervisor.status(BACKEND).lastExit()).isEqualTo(3);
        assertThat(supervisor.status(BACKEND).excess()).isNull();
        eventually("listeners are told", () -> sentences.equals(List.of("acme/a/backend exited with code 3.")));
    }

    @Test
    void one_that_is_kept_comes_back() {
        Unit unit = unit(BACKEND, "exec sleep 4711");
        supervisor.start(unit, Permit.ALWAYS);
        supervisor.keep(unit);
        long first = supervisor.status(BACKEND).pid();

        kill(first);

        eventually("another runs", () -> supervisor.status(BACKEND).restarts() == 1 && state() == UnitState.RUNNING);
        assertThat(supervisor.status(BACKEND).pid()).isNotEqualTo(first);
        assertThat(supervisor.status(BACKEND).lastExit()).isEqualTo(137);
        eventually("its log tells", () -> lastLines(9).size() == 2);
        assertThat(lastLines(1).getFirst()).endsWith("acme/a/backend was restarted.");
    }

    @Test
    void one_that_dies_at_once_again_and_again_is_given_up() {
        Unit unit = unit(BACKEND, "echo once; exit 1");
        supervisor.start(unit, Permit.ALWAYS);
        supervisor.keep(unit);

        eventually("it is given up", () -> told("4 quick crashes in a row"));

        assertThat(state()).isEqualTo(UnitState.FAILED);
        assertThat(lastLines(99)).filteredOn("once"::equals).hasSize(4);
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
        assertThat(state()).isEqualTo(UnitState.STOPPED);
        assertThat(supervisor.status(BACKEND).lastExit()).isEqualTo(143);
        assertThat(sentences).isEmpty();
    }

    @Test
    void one_that_does_not_end_within_the_grace_is_killed() {
        supervisor.start(unit(BACKEND, "trap '' TERM; echo deaf; while :; do sleep 0.05; done"), Permit.ALWAYS);
        eventually("it is deaf", () -> lastLines(1).equals(List.of("deaf")));

        supervisor.stop(BACKEND, Duration.ofMillis(200), Permit.ALWAYS);

        assertThat(members()).isZero();
        assertThat(supervisor.status(BACKEND).lastExit()).isEqualTo(137);
    }

    @Test
    void a_lost_permit_neither_starts_nor_stops_nor_runs() {
        Permit lost = () -> {
            throw new PermitLost("taken over");
        };
        Unit unit = unit(BACKEND, "exec sleep 4711");
        assertThatThrownBy(() -> supervisor.start(unit, lost)).isInstanceOf(PermitLost.class);
        Task task = task(Task.Purpose.BUILD, "exec sleep 4712", AMPLE.memoryBytes(), AMPLE.tasks());
        RunScope scope = new RunScope(UUID.randomUUID(), 1, lost, LineSink.NONE);
        assertThatThrownBy(() -> supervisor.run(task, scope)).isInstanceOf(PermitLost.class);
        assertThat(members()).isZero();

        supervisor.start(unit, Permit.ALWAYS);
        assertThatThrownBy(() -> supervisor.stop(BACKEND, GRACE, lost)).isInstanceOf(PermitLost.class);
        assertThat(members()).isOne();
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

        kill(first);
        eventually("it wanted to act, and was denied", () -> denied.get() >= 3);
        assertThat(supervisor.status(BACKEND).restarts()).isZero();
        assertThat(members()).isZero();

        permitted.set(true);
        eventually("it was started again", () -> supervisor.status(BACKEND).restarts() == 1);
        assertThat(supervisor.status(BACKEND).lastExit()).isEqualTo(137);
    }

    @Test
    void one_that_watches_again_takes_over_what_another_has_changed_meanwhile() {
        Unit unit = unit(BACKEND, "exec sleep 4711");
        supervisor.start(unit, Permit.ALWAYS);
        supervisor.close();
        Supervisor other = open();
        other.stop(BACKEND, GRACE, Permit.ALWAYS);
        other.close();

        supervisor.watch(Permit.ALWAYS);

        assertThat(state()).isEqualTo(UnitState.STOPPED);
    }

    @Test
    void the_listener_of_a_port_is_told_from_a_stranger() throws IOException {
        PortNumber port = freePort();
        supervisor.start(
                unit(
                        BACKEND,
                        "exec java -Xmx32m -m jdk.httpserver -b 127.0.0.1 -p " + port + " -d " + directory(OF_ACME)),
                Permit.ALWAYS);
        supervisor.start(unit(FRONTEND, "exec sleep 4711"), Permit.ALWAYS);

        eventually("it listens", () -> supervisor.listens(BACKEND, port));
        assertThat(supervisor.listens(FRONTEND, port)).isFalse();

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

        supervisor.close();

        assertThat(members()).isOne();
        assertThat(sentences).isEmpty();
    }

    @Test
    void what_goes_on_after_the_manager_was_killed_is_found_and_kept() throws Exception {
        Unit backend = unit(BACKEND, "exec sleep 4711");
        Unit frontend = unit(FRONTEND, "exec sleep 4712");
        supervisor.close();
        managerThatDies(backend);
        assertThat(members()).isOne();

        supervisor = open();
        AdoptedUnits adopted = supervisor.adopt(List.of(backend, frontend));

        assertThat(adopted.found()).containsExactly(BACKEND);
        assertThat(adopted.started()).containsExactly(FRONTEND);
        assertThat(supervisor.statuses(ACME)).allMatch(status -> status.state() == UnitState.RUNNING);
        assertThat(supervisor.isRecorded(backend)).isTrue();

        long pid = supervisor.status(BACKEND).pid();
        kill(pid);
        eventually("it is started again", () -> supervisor.status(BACKEND).restarts() == 1);
    }

    @Test
    void a_restarted_manager_knows_the_units_of_a_tenant_until_it_forgets_them() {
        supervisor.start(unit(BACKEND, "echo last words; exit 5"), Permit.ALWAYS);
        eventually("it died", () -> state() == UnitState.FAILED);
        supervisor.close();

        supervisor = open();
        assertThat(supervisor.statuses(ACME)).singleElement().matches(status -> status.lastExit() == 5);
        assertThat(lastLines(9)).contains("last words");

        supervisor.forget(ACME);
        assertThat(supervisor.statuses(ACME)).isEmpty();
    }

    @Test
    void the_services_of_many_tenants_are_told_at_once() {
        List<TenantSlug> slugs = IntStream.range(0, 12)
                .mapToObj(number -> new TenantSlug("tenant-" + number))
                .toList();
        for (TenantSlug slug : slugs) {
            supervisor.start(unit(new UnitId(slug, Slot.B, ServiceName.FRONTEND), "exec sleep 4711"), Permit.ALWAYS);
        }

        Set<TenantSlug> wanted = Set.of(slugs.get(0), slugs.get(7), slugs.get(11), ACME);
        // a process that is being made uses no memory yet
        eventually(
                "each uses memory",
                () -> supervisor.statuses(wanted).values().stream()
                        .flatMap(List::stream)
                        .allMatch(status -> status.memoryBytes() > 0));

        Map<TenantSlug, List<UnitStatus>> statuses = supervisor.statuses(wanted);

        assertThat(statuses).hasSize(4).containsEntry(ACME, List.of());
        for (TenantSlug slug : List.of(slugs.get(0), slugs.get(7), slugs.get(11))) {
            UnitStatus alone = supervisor.status(new UnitId(slug, Slot.B, ServiceName.FRONTEND));
            assertThat(statuses.get(slug)).singleElement().satisfies(status -> {
                assertThat(status.id()).isEqualTo(alone.id());
                assertThat(status.pid()).isEqualTo(alone.pid());
                assertThat(status.state()).isEqualTo(UnitState.RUNNING);
                assertThat(status.memoryBytes()).isPositive();
            });
        }
    }

    @Test
    void a_service_that_uses_too_much_memory_is_ended_and_the_other_slot_lives() {
        supervisor.start(unit(OTHER_SLOT, "exec sleep 4711", SMALL), Permit.ALWAYS);
        supervisor.start(unit(BACKEND, EATER, SMALL), Permit.ALWAYS);

        eventually("it is ended", () -> state() == UnitState.FAILED);

        assertThat(supervisor.status(BACKEND).excess())
                .matches("used \\d+ MB, limit 64 MB \\(memory in tenant-app.yaml\\)");
        eventually("listeners are told", () -> told("MB, limit 64 MB (memory in tenant-app.yaml), and was ended."));
        assertThat(lastLines(1).getFirst()).contains("acme/a/backend used ");
        assertThat(supervisor.status(OTHER_SLOT).state()).isEqualTo(UnitState.RUNNING);
        assertThat(members()).isOne();
    }

    @Test
    void a_service_with_too_many_tasks_is_ended_and_started_again_while_it_is_kept() {
        Unit unit = unit(
                BACKEND,
                "if [ -e again ]; then exec sleep 4711; fi; touch again;"
                        + " for i in $(seq 100); do setsid sleep 60 & done; wait",
                SMALL);
        supervisor.start(unit, Permit.ALWAYS);
        supervisor.keep(unit);

        eventually("it is started again", () -> supervisor.status(BACKEND).restarts() == 1);

        eventually(
                "listeners are told",
                () -> told("tasks, limit 64 (tasks in tenant-app.yaml), and was ended; restarting"));
        eventually(
                "one task is left",
                () -> Integer.valueOf(1).equals(supervisor.status(BACKEND).tasks()));
    }

    @Test
    void limits_hold_for_what_an_earlier_manager_started() throws Exception {
        Unit unit = unit(BACKEND, "while [ ! -e go ]; do sleep 0.1; done; " + EATER, SMALL);
        supervisor.close();
        managerThatDies(unit);
        supervisor = open();
        supervisor.adopt(List.of(unit));
        assertThat(state()).isEqualTo(UnitState.RUNNING);

        makeDirectory("go");

        eventually("it is ended", () -> told("limit 64 MB (memory in tenant-app.yaml)"));
    }

    @Test
    void a_runtime_that_reserves_much_and_uses_little_is_left_alone() {
        supervisor.start(
                unit(
                        BACKEND,
                        "exec java -Xmx8g -XX:+UseSerialGC -m jdk.httpserver -b 127.0.0.1 -p " + freePort() + " -d "
                                + directory(OF_ACME),
                        new Limits(200 << 20, 128)),
                Permit.ALWAYS);

        eventually("it is up", () -> lastLines(9).stream().anyMatch(line -> line.contains("Serving")));
        long seen = System.nanoTime();
        eventually("it was looked at again and again", () -> System.nanoTime() - seen > 1_500_000_000L);

        assertThat(state()).isEqualTo(UnitState.RUNNING);
    }

    @Test
    void a_task_runs_to_its_end_with_its_own_environment_and_its_output() {
        List<String> lines = new CopyOnWriteArrayList<>();
        Task task = new Task(
                OF_ACME,
                Task.Purpose.MIGRATE,
                List.of("sh", "-c", "pwd; echo $GREETING; echo oops >&2; exit 4"),
                directory(OF_ACME),
                Map.of("GREETING", "hello"),
                new Limits(64 << 20, 64, GRACE));

        CommandResult result = supervisor.run(task, scope((stream, line) -> lines.add(stream + " " + line)));

        assertThat(result.exit()).isEqualTo(4);
        assertThat(result.succeeded()).isFalse();
        assertThat(result.excess()).isEmpty();
        assertThat(lines).containsExactlyInAnyOrder("OUT " + directory(OF_ACME), "OUT hello", "ERR oops");
        assertThat(result.lastLines())
                .containsExactlyInAnyOrder(directory(OF_ACME).toString(), "hello", "oops");
    }

    @Test
    void a_task_that_takes_too_long_is_ended_with_all_that_it_started() {
        Task task = task(Task.Purpose.BUILD, "setsid sleep 4711 & sleep 4712", Duration.ofMillis(300));

        CommandResult result = supervisor.run(task, scope(LineSink.NONE));

        assertThat(result.timedOut()).isTrue();
        assertThat(members()).isZero();
    }

    @Test
    void a_cancelled_task_is_ended_with_all_that_it_started() throws InterruptedException {
        Task task = task(Task.Purpose.BUILD, "setsid sleep 4711 & sleep 4712", GRACE.multipliedBy(10));
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        Thread caller = Thread.ofVirtual().start(() -> {
            try {
                supervisor.run(task, scope(LineSink.NONE));
            } catch (RuntimeException e) {
                thrown.set(e);
            }
        });
        eventually("it runs", () -> members() >= 2);

        caller.interrupt();
        caller.join();

        assertThat(thrown.get()).isInstanceOf(RunInterrupted.class);
        assertThat(members()).isZero();
    }

    @Test
    void a_build_that_forks_without_end_is_ended() {
        Task bomb = task(
                Task.Purpose.BUILD,
                "fork() { n=0; while [ $n -lt 1500 ]; do sleep 60 & n=$((n+1)); done; wait; };"
                        + " fork & setsid sh -c 'for n in $(seq 1500); do sleep 60 & done; wait' & fork & fork & wait",
                AMPLE.memoryBytes(),
                200);

        CommandResult result = supervisor.run(bomb, scope(LineSink.NONE));

        assertThat(result.excess().orElseThrow()).matches("ran \\d+ tasks, limit 200 \\(setting build.tasks\\)");
        assertThat(result.succeeded()).isFalse();
        assertThat(members()).isZero();
    }

    @Test
    void a_migration_that_uses_too_much_memory_is_ended() {
        CommandResult result =
                supervisor.run(task(Task.Purpose.MIGRATE, EATER, 100 << 20, AMPLE.tasks()), scope(LineSink.NONE));

        assertThat(result.excess().orElseThrow()).matches("used \\d+ MB, limit 100 MB \\(setting command.memory\\)");
        assertThat(members()).isZero();
    }

    @Test
    void a_log_is_read_page_by_page_and_followed() throws IOException {
        supervisor.start(
                unit(BACKEND, "seq 1 5; while [ ! -e go ]; do sleep 0.1; done; seq 6 7; exec sleep 4711"),
                Permit.ALWAYS);
        eventually("it has printed", () -> lastLines(1).equals(List.of("5")));

        LogPage first = supervisor.log(BACKEND, "", 3);
        LogPage second = supervisor.log(BACKEND, first.cursor(), 3);
        LogPage none = supervisor.follow(BACKEND, second.cursor(), 3, Duration.ofMillis(200));
        makeDirectory("go");
        LogPage third = supervisor.follow(BACKEND, none.cursor(), 1, GRACE);

        assertThat(first.lines()).containsExactly("1", "2", "3");
        assertThat(second.lines()).containsExactly("4", "5");
        assertThat(none.lines()).isEmpty();
        assertThat(third.lines()).containsExactly("6");
        assertThat(supervisor.log(BACKEND, first.cursor(), 2).lines()).containsExactly("4", "5");
        assertThatThrownBy(() -> supervisor.log(BACKEND, "nonsense", 3)).isInstanceOf(InvalidValue.class);
    }

    @Test
    void a_cursor_outlives_a_rotation_no_line_is_lost_and_each_is_found_again() {
        supervisor.start(unit(BACKEND, "seq 1 " + flood() + "; echo ready; exec sleep 4711"), Permit.ALWAYS);
        eventually("it has printed", Duration.ofMinutes(2), () -> lastLines(1).equals(List.of("ready")));
        LogPage early = supervisor.log(BACKEND, "", 1000);
        LogPage late = supervisor.lastPage(BACKEND, 10);
        assertThat(supervisor.around(BACKEND, early.places().get(500), 2, 2).lines())
                .containsExactly("499", "500", "501", "502");

        rotate();

        assertThat(supervisor.log(BACKEND, late.cursor(), 10).lines()).isEmpty();
        isFoundAgain(late);
        assertThat(supervisor.around(BACKEND, early.places().get(500), 2, 2).lines())
                .isEmpty();
        List<String> rest = new ArrayList<>();
        LogPage page = supervisor.log(BACKEND, early.cursor(), 100_000);
        assertThat(page.cut()).isTrue();
        while (!page.lines().isEmpty()) {
            rest.addAll(page.lines());
            page = supervisor.log(BACKEND, page.cursor(), 100_000);
            assertThat(page.cut()).isFalse();
        }
        int first = Integer.parseInt(rest.getFirst());
        assertThat(first).isGreaterThan(1000);
        assertThat(rest).hasSize(flood() - first + 2).endsWith(Integer.toString(flood()), "ready");
    }

    private void isFoundAgain(LogPage late) {
        LogPage around = supervisor.around(BACKEND, late.places().get(5), 2, 3);
        assertThat(around.lines()).isEqualTo(late.lines().subList(3, 8));
        assertThat(around.places()).isEqualTo(late.places().subList(3, 8));
        assertThat(supervisor.log(BACKEND, around.cursor(), 10).lines())
                .isEqualTo(late.lines().subList(8, 10));
        assertThatThrownBy(() -> supervisor.around(BACKEND, "nonsense", 2, 2)).isInstanceOf(InvalidValue.class);
    }

    @Test
    void a_line_without_end_fills_no_page() {
        supervisor.start(
                unit(BACKEND, "head -c 700000 /dev/zero | tr '\\0' x; echo; echo after; exec sleep 4711"),
                Permit.ALWAYS);
        eventually("it has printed", () -> lastLines(1).equals(List.of("after")));

        List<String> lines = new ArrayList<>();
        String cursor = "";
        for (int page = 0; page < 9; page++) {
            LogPage next = supervisor.log(BACKEND, cursor, 10);
            lines.addAll(next.lines());
            cursor = next.cursor();
        }

        assertThat(lines).hasSize(2).last().isEqualTo("after");
        assertThat(lines.getFirst()).hasSize(LineSplitter.LONGEST + LineSplitter.CUT.length());
    }

    @Test
    void the_last_lines_are_those_of_this_attempt() {
        supervisor.start(unit(BACKEND, "echo first attempt; exit 1"), Permit.ALWAYS);
        eventually(
                "it died and was told",
                () -> told("exited with code 1") && lastLines(9).size() == 2);

        supervisor.start(unit(BACKEND, "echo second attempt; exec sleep 4711"), Permit.ALWAYS);

        eventually("it has printed", () -> !lastLines(9).isEmpty());
        assertThat(lastLines(9)).containsExactly("second attempt");
        assertThat(supervisor.log(BACKEND, "", 9).lines()).hasSize(3).startsWith("first attempt");
    }

    Unit unit(UnitId id, String script) {
        return unit(id, script, AMPLE);
    }

    boolean told(String part) {
        return sentences.stream().anyMatch(sentence -> sentence.contains(part));
    }

    UnitState state() {
        return supervisor.status(BACKEND).state();
    }

    List<String> lastLines(int count) {
        return supervisor.lastLines(BACKEND, count);
    }

    private Task task(Task.Purpose purpose, String script, Duration time) {
        return task(purpose, script, new Limits(AMPLE.memoryBytes(), AMPLE.tasks(), time));
    }

    private Task task(Task.Purpose purpose, String script, long memoryBytes, int tasks) {
        return task(purpose, script, new Limits(memoryBytes, tasks, Duration.ofMinutes(1)));
    }

    private Task task(Task.Purpose purpose, String script, Limits limits) {
        return new Task(OF_R1, purpose, List.of("sh", "-c", script), directory(OF_R1), Map.of(), limits);
    }

    private static RunScope scope(LineSink output) {
        return new RunScope(UUID.randomUUID(), 1, Permit.ALWAYS, output);
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
