package ai.nominate.tenantmgr.host.unit;

import static ai.nominate.tenantmgr.host.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import ai.nominate.tenantmgr.host.command.Command;
import ai.nominate.tenantmgr.host.command.CommandResult;
import ai.nominate.tenantmgr.host.command.FileView;
import ai.nominate.tenantmgr.host.command.LineSink;
import ai.nominate.tenantmgr.host.command.LocalRunner;
import ai.nominate.tenantmgr.host.command.RunScope;
import ai.nominate.tenantmgr.host.file.Home;
import ai.nominate.tenantmgr.host.file.SafeFiles;
import ai.nominate.tenantmgr.host.process.BaseEnvironment;
import ai.nominate.tenantmgr.host.process.Limits;
import ai.nominate.tenantmgr.host.process.ProcessMarkers;
import ai.nominate.tenantmgr.host.process.ProcessTable;
import ai.nominate.tenantmgr.host.process.SessionEnd;
import ai.nominate.tenantmgr.job.Permit;
import ai.nominate.tenantmgr.kernel.PortNumber;
import ai.nominate.tenantmgr.kernel.TenantSlug;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Programs of a tenant that try what they should not be able to do, with real processes in real namespaces. */
class HostileProgramTest {
    private static final UnitId ACME = UnitId.of("acme/a/backend");
    private static final UnitId OTHER = UnitId.of("other/a/backend");
    private static final Duration GRACE = Duration.ofSeconds(5);
    private static final Limits AMPLE = new Limits(512 << 20, 512, Duration.ofMinutes(1));

    private final ProcessTable table = new ProcessTable();

    @TempDir
    Path root;

    private Home home;
    private ProcessSupervisor supervisor;

    @BeforeEach
    void a_home_with_secrets_and_two_tenants() throws IOException {
        home = new Home(root.resolve("home"));
        SafeFiles.write(home.secretKeys(), "key material\n", "rw-------");
        SafeFiles.write(home.postgres().resolve("password"), "database password\n", "rw-------");
        SafeFiles.write(home.root().resolve("admin-password"), "admin password\n", "rw-------");
        SafeFiles.write(home.logs().resolve("manager.log"), "manager log\n", "rw-r--r--");
        for (String slug : List.of("acme", "other")) {
            SafeFiles.write(tenant(slug).resolve("a.env"), "SECRET=\"" + slug + " secret\"\n", "rw-------");
            SafeFiles.write(tenant(slug).resolve("storage/file"), slug + " file\n", "rw-r--r--");
        }
        SafeFiles.write(release().resolve("page.html"), "<p>release</p>\n", "r--r--r--");
        Files.createDirectories(release().resolve("uploads"));
        supervisor = open();
        assertThat(supervisor.exposure()).as("this machine isolates").isEmpty();
    }

    @AfterEach
    void end() {
        supervisor.close();
        SessionEnd.end(
                () -> table.family(process -> process.variable(ProcessMarkers.OWNER)
                        .equals(home.root().toString())),
                GRACE);
    }

    @Test
    void neither_keys_nor_passwords_nor_files_of_another_tenant_can_be_read() {
        String found = output(
                "for f in " + home.root() + "/keys/* " + home.root() + "/pg/* " + home.root()
                        + "/admin-password " + home.root() + "/logs/* " + home.root() + "/tenants/other/a.env "
                        + home.root() + "/tenants/other/storage/file " + home.root()
                        + "/run/* /etc/shadow /root/.ssh/*; do"
                        + " cat $f | grep -q . && echo READ $f; done; find / -xdev -name password -o -name secrets.json -o -name other");

        assertThat(found).doesNotContain("READ", "key material", "secrets.json", "other secret");
        assertThat(output("ls " + home.root() + " " + home.tenants())).doesNotContain("keys", "pg", "other");
    }

    @Test
    void the_release_and_the_machine_cannot_be_written_to_but_storage_home_and_temporary_files_can() {
        String said = output("touch page.html new /usr/x /etc/x /x " + home.root() + "/x; echo own > $HOME/f;"
                + " echo tmp > $TMPDIR/f; echo tmp > /tmp/g; echo up > uploads/f; echo state > " + tenant("acme")
                + "/storage/g; cat $HOME/f uploads/f");

        assertThat(said).contains("own", "up");
        assertThat(release().resolve("new")).doesNotExist();
        assertThat(Path.of("/x")).doesNotExist();
        assertThat(tenant("acme").resolve("home/f")).hasContent("own\n");
        assertThat(tenant("acme").resolve("storage/uploads/f")).hasContent("up\n");
        assertThat(tenant("acme").resolve("storage/g")).hasContent("state\n");
        assertThat(tenant("acme").resolve("tmp/task")).as("is removed after").doesNotExist();
    }

    @Test
    void mounts_cannot_be_undone_and_no_right_is_gained() {
        String said = output("id -u; grep -E '^(CapEff|NoNewPrivs)' /proc/self/status; umount " + release()
                + " && echo UNDONE; mount -o remount,bind,rw " + release() + " && echo UNDONE;"
                + " unshare --user --map-root-user --mount sh -c 'umount -l " + release()
                + " && echo UNDONE; mount -o remount,bind,rw /usr && echo UNDONE; cat " + home.secretKeys() + "'");

        assertThat(said).contains("1000", "NoNewPrivs:\t1", "CapEff:\t0000000000000000");
        assertThat(said).doesNotContain("UNDONE", "key material");
    }

    @Test
    void a_link_in_a_directory_of_its_own_leads_to_no_file_that_it_may_not_see() throws IOException {
        output("true"); // makes the directories
        Path uploads = tenant("acme").resolve("storage/uploads");
        for (Path target : List.of(home.keys(), home.root(), tenant("other"), Path.of("/usr/bin"), Path.of("/etc"))) {
            SafeFiles.deleteTree(uploads);
            Files.createSymbolicLink(uploads, target);

            String said = output(
                    "cd uploads && ls -d secrets.json a.env keys tenants; cat secrets.json keys/secrets.json a.env;"
                            + " echo evil > hosts && echo WRITTEN; echo evil > sh && echo WRITTEN");

            assertThat(said).as("%s", target).doesNotContain("key material", "other secret", "WRITTEN");
        }
        assertThat(Files.readString(Path.of("/etc/hosts"))).doesNotContain("evil");
    }

    @Test
    void a_link_of_a_release_is_no_place_to_mount() throws IOException {
        SafeFiles.deleteTree(release().resolve("uploads"));
        Files.createSymbolicLink(release().resolve("uploads"), Path.of("/usr/bin"));
        SafeFiles.write(tenant("acme").resolve("storage/uploads/unshare"), "#!/bin/sh\necho TAKEN\n", "rwxr-xr-x");
        SafeFiles.write(tenant("acme").resolve("storage/uploads/setpriv"), "#!/bin/sh\necho TAKEN\n", "rwxr-xr-x");

        assertThat(output("id -u")).isEqualTo("1000");
    }

    @Test
    void no_process_but_its_own_is_there_and_the_kernel_cannot_be_changed() {
        long manager = ProcessHandle.current().pid();
        Unit other = unit(OTHER, "exec sleep 4711", AMPLE);
        supervisor.start(other, Permit.ALWAYS);
        long stranger = supervisor.status(OTHER).pid();

        String pids = output("cd /proc; echo [0-9]*");
        String said = output(
                "for p in 1 " + manager + " " + stranger
                        + "; do cat /proc/$p/environ | tr '\\0' '\\n' | grep -q . && echo ENVIRON $p; cat /proc/$p/root/"
                        + home.secretKeys()
                        + " && echo ROOT $p; kill -9 $p && [ $p != 1 ] && echo KILLED $p; done;"
                        + " echo '|/bin/true' > /proc/sys/kernel/core_pattern && echo CHANGED; echo b > /proc/sysrq-trigger && echo CHANGED");

        assertThat(said).doesNotContain("ENVIRON", "ROOT", "KILLED", "CHANGED", "key material");
        assertThat(pids.split(" ")).contains("1").doesNotContain(Long.toString(manager), Long.toString(stranger));
        assertThat(supervisor.status(OTHER).state()).isEqualTo(UnitState.RUNNING);
    }

    @Test
    void what_leaves_its_session_and_clears_its_environment_ends_with_the_service() {
        Unit unit = unit(
                ACME,
                "env -i setsid sleep 4712 & env -i setsid unshare --user --pid --fork sleep 4713 & (setsid env -i sh -c"
                        + " 'sleep 4714 & sleep 0.1' &) ; exec sleep 4711",
                AMPLE);
        supervisor.start(unit, Permit.ALWAYS);
        eventually("all run", () -> sleepers() == 4);
        assertThat(supervisor.status(ACME).tasks()).isGreaterThanOrEqualTo(4);

        supervisor.stop(ACME, GRACE, Permit.ALWAYS);

        assertThat(sleepers()).isZero();
        assertThat(supervisor.status(ACME).lastExit()).isEqualTo(143);
    }

    @Test
    void a_service_ends_with_grace_and_its_first_process_alone_ends_the_rest() {
        Unit unit = unit(ACME, "trap 'echo farewell; exit 7' TERM; echo ready; while :; do sleep 0.05; done", AMPLE);
        supervisor.start(unit, Permit.ALWAYS);
        eventually("it is ready", () -> supervisor.lastLines(ACME, 1).equals(List.of("ready")));
        assertThat(ProcessHandle.of(supervisor.status(ACME).pid())
                        .orElseThrow()
                        .info()
                        .arguments()
                        .orElseThrow())
                .as("the process that people are told is the program")
                .containsExactly(unit.launchFile().toString());

        supervisor.stop(ACME, GRACE, Permit.ALWAYS);

        assertThat(supervisor.lastLines(ACME, 1)).containsExactly("farewell");
        assertThat(supervisor.status(ACME).lastExit()).isEqualTo(7);

        Unit lonely = unit(ACME, "setsid sleep 4715 & exit 3", AMPLE);
        supervisor.start(lonely, Permit.ALWAYS);
        eventually("it ended", () -> supervisor.status(ACME).state() == UnitState.FAILED);
        assertThat(supervisor.status(ACME).lastExit()).isEqualTo(3);
        assertThat(sleepers()).isZero();
    }

    @Test
    void a_service_that_was_started_before_is_found_again_and_its_listener_belongs_to_it() {
        PortNumber port = new PortNumber(24_000 + (int) (ProcessHandle.current().pid() % 4_000));
        Unit unit = unit(ACME, "exec python3 -m http.server --bind 127.0.0.1 " + port, AMPLE);
        Unit forger = unit(
                OTHER,
                "exec env TENANTMGR_SERVICE=acme/a/backend setsid python3 -m http.server " + (port.value() + 1),
                AMPLE);
        supervisor.start(unit, Permit.ALWAYS);
        supervisor.start(forger, Permit.ALWAYS);
        eventually("it listens", () -> supervisor.listens(ACME, port));
        eventually("the other listens", () -> supervisor.listens(OTHER, new PortNumber(port.value() + 1)));
        long pid = supervisor.status(ACME).pid(); // until the program runs, that of what starts it
        supervisor.close();
        SafeFiles.deleteTree(home.run().resolve("units"));

        supervisor = open();
        AdoptedUnits adopted = supervisor.adopt(List.of(unit, forger));

        assertThat(adopted.started()).isEmpty();
        assertThat(supervisor.status(ACME).pid()).isEqualTo(pid);
        assertThat(supervisor.listens(ACME, port)).isTrue();
        assertThat(supervisor.listens(ACME, new PortNumber(port.value() + 1)))
                .as("a forged mark")
                .isFalse();
    }

    @Test
    void a_fork_bomb_is_ended_with_its_namespace() {
        Limits few = new Limits(256 << 20, 100, Duration.ofMinutes(1));

        CommandResult result = run("bomb() { bomb | bomb & }; bomb; sleep 5; exit 9", few);

        assertThat(result.succeeded()).isFalse();
        assertThat(result.excess().orElse(String.join(" ", result.lastLines())))
                .as("a look ends it, or it ends where the kernel gives it no more processes")
                .containsPattern("ran \\d+ tasks, limit 100 \\(setting build.tasks\\)|annot fork");
        assertThat(table.family(process -> process.variable(ProcessMarkers.OWNER)
                        .equals(home.root().toString())))
                .isEmpty();
    }

    @Test
    void a_log_without_end_does_not_fill_the_disk() throws IOException {
        Unit unit = unit(ACME, "exec yes 'a line of a flood of lines that never ends'", AMPLE);
        supervisor.start(unit, Permit.ALWAYS);
        eventually("it has written a lot", () -> unit.log().toFile().length() > 300L << 20);
        supervisor.stop(ACME, GRACE, Permit.ALWAYS);

        eventually("most of it is gone", () -> allocated(unit.log()) < 200L << 20);
    }

    @Test
    void variables_of_a_tenant_reach_no_program_that_has_rights() {
        List<String> lines = new ArrayList<>();
        Task task = task(
                List.of("sh", "-c", "echo \"$LD_PRELOAD\"; echo \"$TEXT\"; echo $TENANTMGR_OWNER"),
                Map.of("LD_PRELOAD", "/nowhere.so", "TEXT", "a 'b'\nEND\n$(id)", "TENANTMGR_OWNER", "forged"),
                AMPLE);

        CommandResult result = supervisor.run(task, scope((stream, line) -> lines.add(line)));

        assertThat(result.succeeded()).isTrue();
        assertThat(lines.stream()
                        .filter(line -> line.startsWith("ERROR: ld.so"))
                        .toList())
                .as("one for the program itself, or for the shell that becomes it")
                .hasSizeLessThanOrEqualTo(1);
        assertThat(lines)
                .contains("/nowhere.so", "a 'b'", "END", "$(id)", home.root().toString());
    }

    @Test
    void a_jvm_and_node_live_with_the_limits() {
        assertThat(output("java -XshowSettings:properties -version 2>&1 | grep -E 'user.home|tmpdir'"))
                .contains(tenant("acme").resolve("home").toString());
        assertThat(output("node -e 'console.log(os.homedir(), os.tmpdir(), fs.readFileSync(\"page.html\", \"utf8\"))'"))
                .contains(tenant("acme").resolve("home") + " /tmp <p>release</p>");
    }

    private ProcessSupervisor open() {
        ProcessSupervisor opened = new ProcessSupervisor(
                home, new LogRotation(new LocalRunner(BaseEnvironment.of(home))), (status, sentence) -> {});
        opened.watch(Permit.ALWAYS);
        return opened;
    }

    private Path tenant(String slug) {
        return home.tenants().resolve(slug);
    }

    private Path release() {
        return home.releases().resolve("r1");
    }

    private FileView view(String slug, String purpose) {
        Path own = tenant(slug);
        return FileView.nothing()
                .reading(release())
                .reading(own.resolve("a.backend"))
                .writing(own.resolve("storage"))
                .writing(own.resolve("storage/uploads"), release().resolve("uploads"))
                .writing(own.resolve("storage/absent"), release().resolve("absent"))
                .owning("HOME", own.resolve("home"))
                .temporary(own.resolve("tmp").resolve(purpose));
    }

    private Unit unit(UnitId id, String script, Limits limits) {
        String slug = id.slug().value();
        Path launch = tenant(slug).resolve("a.backend");
        SafeFiles.write(launch, script + "\n", "rw-------");
        return new Unit(
                id,
                launch,
                release(),
                tenant(slug).resolve("logs/a.backend.log"),
                new Limits(limits.memoryBytes(), limits.tasks()),
                Optional.of(view(slug, "a.backend")));
    }

    private Task task(List<String> argv, Map<String, String> environment, Limits limits) {
        SafeFiles.write(tenant("acme").resolve("a.backend"), "exit 0\n", "rw-------");
        return new Task(
                new Task.Owner.OfTenant(new TenantSlug("acme")),
                Task.Purpose.BUILD,
                argv,
                release(),
                environment,
                limits,
                Optional.of(view("acme", "task")));
    }

    private CommandResult run(String script, Limits limits) {
        return supervisor.run(task(List.of("sh", "-c", script), Map.of(), limits), scope(LineSink.NONE));
    }

    private String output(String script) {
        List<String> lines = new ArrayList<>();
        supervisor.run(task(List.of("sh", "-c", script), Map.of(), AMPLE), scope((stream, line) -> {
            synchronized (lines) {
                lines.add(line);
            }
        }));
        return String.join("\n", lines);
    }

    private long allocated(Path file) {
        CommandResult result = new LocalRunner(BaseEnvironment.of(home))
                .run(Command.of("stat", "--printf=%b\\n", file.toString()), GRACE);
        return Long.parseLong(result.lastLines().getFirst()) * 512;
    }

    private long sleepers() {
        return table.all().stream()
                .filter(process -> process.program().equals("sleep"))
                .filter(process -> process.link("cwd")
                        .map(path -> path.startsWith(release()))
                        .orElse(false))
                .count();
    }

    private static RunScope scope(LineSink output) {
        return new RunScope(UUID.randomUUID(), 1, Permit.ALWAYS, output);
    }
}
