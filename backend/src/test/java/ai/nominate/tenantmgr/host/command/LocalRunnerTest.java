package ai.nominate.tenantmgr.host.command;

import static ai.nominate.tenantmgr.host.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.nominate.tenantmgr.host.file.Home;
import ai.nominate.tenantmgr.host.file.LineSplitter;
import ai.nominate.tenantmgr.host.process.BaseEnvironment;
import ai.nominate.tenantmgr.host.process.LiveProcess;
import ai.nominate.tenantmgr.host.process.ProcessMarkers;
import ai.nominate.tenantmgr.host.process.ProcessTable;
import ai.nominate.tenantmgr.job.Permit;
import ai.nominate.tenantmgr.job.PermitLost;
import ai.nominate.tenantmgr.kernel.Secret;
import ai.nominate.tenantmgr.kernel.mask.SecretMatcher;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalRunnerTest {
    private static final Duration LONG = Duration.ofSeconds(30);
    private final ProcessTable table = new ProcessTable();

    @TempDir
    Path root;

    private LocalRunner runner;

    @BeforeEach
    void make() {
        runner = new LocalRunner(BaseEnvironment.of(new Home(root)));
    }

    @Test
    void words_stay_separate_and_no_shell_sees_them() {
        CommandResult result = runner.run(Command.of("printf", "%s\\n", "a;id", "$(id)", "`id`", "--x y"), LONG);

        assertThat(result.succeeded()).isTrue();
        assertThat(result.lastLines()).containsExactly("a;id", "$(id)", "`id`", "--x y");
    }

    @Test
    void secrets_are_masked_before_the_output_is_cut_into_lines_and_kept() {
        String key = "-----BEGIN KEY-----\nMIIE\nshort\n-----END KEY-----";
        List<String> seen = new ArrayList<>();
        LineSink sink = new LineSink() {
            @Override
            public synchronized void accept(Stream stream, String line) {
                seen.add(line);
            }

            @Override
            public SecretMatcher secrets() {
                return SecretMatcher.of(List.of(new Secret(key), new Secret("t0ken-of-acme")));
            }
        };
        String padding = "x".repeat(LineSplitter.LONGEST - 5);

        CommandResult result = runner.run(
                Command.of("printf", "key: %s\n%s%s\nlast %s", key, padding, "t0ken-of-acme", "t0ken-of-acme"),
                "",
                LONG,
                sink,
                Permit.ALWAYS);

        assertThat(seen).hasSize(3).startsWith("key: •••").endsWith("last •••").noneMatch(line -> line.contains("t0k"));
        assertThat(result.lastLines()).isEqualTo(seen);
    }

    @Test
    void a_program_whose_name_looks_like_an_option_is_a_program() {
        assertThat(runner.run(Command.of("--version"), LONG).exit()).isEqualTo(127);
    }

    @Test
    void the_environment_is_its_own_and_nothing_of_the_manager() {
        Command command = Command.of("env").with("GREETING", "hello").with("TENANTMGR_OWNER", "/someone/else");

        CommandResult result = runner.run(command, "dep-1:7", LONG, LineSink.NONE, Permit.ALWAYS);

        assertThat(result.lastLines())
                .filteredOn(line -> !line.startsWith("TENANTMGR_COMMAND="))
                .containsExactlyInAnyOrder(
                        "PATH=" + System.getProperty("java.home")
                                + "/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
                        "HOME=/dev/null",
                        "LANG=C.UTF-8",
                        "GREETING=hello",
                        "TENANTMGR_OWNER=" + root,
                        "TENANTMGR_RUN=dep-1:7");
    }

    @Test
    void it_reads_nothing_and_runs_where_it_was_told() {
        CommandResult result = runner.run(Command.of("sh", "-c", "cat; pwd").in(root), LONG);

        assertThat(result.lastLines()).containsExactly(root.toString());
    }

    @Test
    void a_program_that_is_not_there_is_a_failure_with_a_reason() {
        CommandResult result = runner.run(Command.of("no-such-program"), LONG);

        assertThat(result.exit()).isEqualTo(127);
        assertThat(result.lastLines().getFirst()).contains("no-such-program");
    }

    @Test
    void a_signal_shows_in_the_exit_code() {
        assertThat(runner.run(Command.of("sh", "-c", "kill -9 $$"), LONG).exit())
                .isEqualTo(137);
    }

    @Test
    void lines_arrive_while_it_runs_and_the_last_forty_are_kept() {
        List<String> lines = new ArrayList<>();
        CommandResult result = runner.run(
                Command.of("sh", "-c", "seq 100; echo problem >&2"),
                "",
                LONG,
                (stream, line) -> lines.add(stream + " " + line),
                Permit.ALWAYS);

        assertThat(lines).hasSize(101).contains("OUT 1", "OUT 100", "ERR problem");
        assertThat(result.lastLines()).hasSize(40).contains("100", "problem").doesNotContain("60");
    }

    @Test
    void output_that_never_ends_a_line_fills_no_memory() {
        CommandResult result = runner.run(Command.of("head", "-c", "50000000", "/dev/zero"), LONG);

        assertThat(result.succeeded()).isTrue();
        assertThat(result.lastLines().getFirst()).hasSize(LineSplitter.LONGEST + LineSplitter.CUT.length());
    }

    @Test
    void a_time_out_ends_the_whole_session_and_is_a_failure() {
        CommandResult result =
                runner.run(Command.of("sh", "-c", "echo before; sleep 4711 & wait"), Duration.ofMillis(300));

        assertThat(result.timedOut()).isTrue();
        assertThat(result.succeeded()).isFalse();
        assertThat(result.took()).isLessThan(Duration.ofSeconds(2));
        assertThat(result.lastLines()).contains("before");
        assertNothingIsLeft();
    }

    @Test
    void who_does_not_listen_to_the_time_out_is_killed() {
        CommandResult result = runner.run(
                Command.of("sh", "-c", "trap 'echo no' TERM; while :; do sleep 0.05; done"), Duration.ofMillis(300));

        assertThat(result.timedOut()).isTrue();
        assertThat(result.exit()).isEqualTo(137);
        assertThat(result.lastLines()).contains("no");
        assertNothingIsLeft();
    }

    @Test
    void endless_output_does_not_outrun_the_time_limit() {
        assertThat(runner.run(Command.of("yes"), Duration.ofMillis(300)).timedOut())
                .isTrue();
    }

    @Test
    void what_it_leaves_behind_ends_with_it_and_holds_nobody_up() {
        CommandResult result = runner.run(
                Command.of("sh", "-c", "sleep 4711 & setsid sleep 4712 & env -i sleep 4713 & echo done"), LONG);

        assertThat(result.succeeded()).isTrue();
        assertThat(result.lastLines()).containsExactly("done");
        assertThat(result.took()).isLessThan(Duration.ofSeconds(3));
        assertNothingIsLeft();
    }

    @Test
    void one_that_escaped_for_good_holds_nobody_up() throws IOException {
        Path pid = root.resolve("pid");
        String escape = "env -i setsid /bin/sh -c 'echo $$ > " + pid + "; exec sleep 30' & while ! [ -s " + pid
                + " ]; do sleep 0.01; done; echo done";

        CommandResult result = runner.run(Command.of("sh", "-c", escape), LONG);

        assertThat(result.took()).isLessThan(Duration.ofSeconds(3));
        assertThat(result.lastLines()).containsExactly("done");
        ProcessHandle.of(Long.parseLong(Files.readString(pid).strip())).ifPresent(ProcessHandle::destroyForcibly);
    }

    @Test
    void a_lost_permit_starts_nothing() {
        Path file = root.resolve("made");
        Permit lost = () -> {
            throw new PermitLost("taken over");
        };

        assertThatThrownBy(() -> runner.run(Command.of("touch", file.toString()), "", LONG, LineSink.NONE, lost))
                .isInstanceOf(PermitLost.class);
        assertThat(file).doesNotExist();
    }

    @Test
    void an_interrupted_caller_ends_the_command_and_hears_of_it() throws InterruptedException {
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        Thread caller = Thread.startVirtualThread(() -> {
            try {
                runner.run(Command.of("sleep", "4711"), LONG);
            } catch (RunInterrupted e) {
                thrown.set(e);
            }
        });
        eventually("the command runs", () -> !ours().isEmpty());

        caller.interrupt();
        caller.join();

        assertThat(thrown.get()).isInstanceOf(RunInterrupted.class);
        assertNothingIsLeft();
    }

    @Test
    void a_sink_that_fails_leaves_no_process() {
        assertThatThrownBy(() -> runner.run(
                        Command.of("sh", "-c", "echo x; sleep 4711"),
                        "",
                        LONG,
                        (stream, line) -> {
                            throw new IllegalStateException("full");
                        },
                        Permit.ALWAYS))
                .isInstanceOf(IllegalStateException.class);
        assertNothingIsLeft();
    }

    @Test
    void many_wait_at_once_without_holding_each_other_up() throws Exception {
        long start = System.nanoTime();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<CommandResult>> results = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                results.add(threads.submit(() -> runner.run(Command.of("sleep", "1"), LONG)));
            }
            for (Future<CommandResult> result : results) {
                assertThat(result.get().succeeded()).isTrue();
            }
        }
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void what_a_dead_run_left_is_ended_and_nothing_else() {
        DetachedLauncher launcher = new DetachedLauncher(BaseEnvironment.of(new Home(root)));
        DetachedLauncher stranger = new DetachedLauncher(BaseEnvironment.of(new Home(root.resolve("other"))));
        ConcurrentLinkedQueue<Process> started = new ConcurrentLinkedQueue<>();
        try {
            Process dead = sleeper(launcher, "dep-1:3", started);
            Process current = sleeper(launcher, "dep-1:4", started);
            Process otherRun = sleeper(launcher, "dep-11:3", started);
            Process otherHome = sleeper(stranger, "dep-1:3", started);
            OrphanedCommands stale = new OrphanedCommands(BaseEnvironment.of(new Home(root)));

            stale.endBefore("dep-1", 4);
            eventually("the dead run's child is reaped", () -> !dead.isAlive());
            assertThat(List.of(current, otherRun, otherHome)).allMatch(Process::isAlive);

            stale.endAll("dep-1");
            eventually("the current one too", () -> !current.isAlive());
            assertThat(List.of(otherRun, otherHome)).allMatch(Process::isAlive);
        } finally {
            started.forEach(Process::destroyForcibly);
        }
    }

    private Process sleeper(DetachedLauncher launcher, String run, ConcurrentLinkedQueue<Process> started) {
        Process process = launcher.detached(
                Command.of("sleep", "4711"), java.util.Map.of(ProcessMarkers.RUN, run), root.resolve("log"));
        started.add(process);
        eventually(
                "it has begun",
                () -> table.process(process.pid())
                        .filter(LiveProcess::leadsItsSession)
                        .isPresent());
        return process;
    }

    private List<LiveProcess> ours() {
        return table.all().stream()
                .filter(process -> process.variable(ProcessMarkers.OWNER).equals(root.toString()))
                .toList();
    }

    private void assertNothingIsLeft() {
        assertThat(ours()).isEmpty();
        assertThat(table.all().stream().filter(process -> process.program().equals("sleep")))
                .noneMatch(process -> process.variable("PATH").isEmpty());
    }
}
