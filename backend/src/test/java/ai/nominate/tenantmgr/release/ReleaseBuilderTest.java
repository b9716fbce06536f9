package ai.nominate.tenantmgr.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.nominate.tenantmgr.host.command.Command;
import ai.nominate.tenantmgr.host.command.LineSink;
import ai.nominate.tenantmgr.host.command.LocalRunner;
import ai.nominate.tenantmgr.host.command.RunScope;
import ai.nominate.tenantmgr.host.file.Home;
import ai.nominate.tenantmgr.host.file.SafeFiles;
import ai.nominate.tenantmgr.host.process.BaseEnvironment;
import ai.nominate.tenantmgr.host.process.Limits;
import ai.nominate.tenantmgr.host.unit.LogRotation;
import ai.nominate.tenantmgr.host.unit.ProcessSupervisor;
import ai.nominate.tenantmgr.host.unit.Supervisor;
import ai.nominate.tenantmgr.job.Permit;
import ai.nominate.tenantmgr.job.PermitLost;
import ai.nominate.tenantmgr.kernel.ProblemException;
import ai.nominate.tenantmgr.kernel.TenantSource;
import ai.nominate.tenantmgr.release.git.TestRepositories;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReleaseBuilderTest {
    private static final String ID = "r0123456789ab";
    private static final Limits AMPLE = new Limits(256 << 20, 256, Duration.ofMinutes(1));
    private final List<String> output = new CopyOnWriteArrayList<>();

    @TempDir
    Path root;

    private Home home;
    private Path source;
    private Supervisor supervisor;
    private ReleaseBuilder builder;

    @BeforeEach
    void a_source_with_a_script_a_link_and_version_control() throws IOException {
        home = new Home(root.resolve("home"));
        source = root.resolve("source");
        SafeFiles.write(source.resolve("bin/run"), "#!/bin/sh\n", "rwxr-xr-x");
        SafeFiles.write(source.resolve("page.html"), "<p>hello</p>\n", "rw-r--r--");
        SafeFiles.write(source.resolve(".git/config"), "[core]\n", "rw-r--r--");
        Files.createSymbolicLink(source.resolve("index.html"), Path.of("page.html"));
        LocalRunner runner = new LocalRunner(BaseEnvironment.of(home));
        supervisor = new ProcessSupervisor(home, new LogRotation(runner), (status, sentence) -> {});
        builder = new ReleaseBuilder(home, supervisor, TestRepositories.unused(home.root()));
    }

    @AfterEach
    void close() {
        supervisor.close();
        SafeFiles.deleteTree(home.root()); // its files may not be written to
    }

    @Test
    void a_release_is_the_copied_source_with_what_its_build_made_and_cannot_be_written_to() throws IOException {
        String hash = build("[[\"sh\", \"-c\", \"echo built in $PWD; cat page.html > made.html\"]]", AMPLE);

        Path release = home.releases().resolve(ID);
        assertThat(hash).matches("[0-9a-f]{64}").isEqualTo(SourceTree.hash(release));
        assertThat(release.resolve("made.html")).hasContent("<p>hello</p>\n");
        assertThat(release.resolve("bin/run")).isExecutable();
        assertThat(Files.readSymbolicLink(release.resolve("index.html"))).hasToString("page.html");
        assertThat(release.resolve(".git")).doesNotExist();
        for (String path : List.of("made.html", "bin", "")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(release.resolve(path))))
                    .doesNotContain("w");
        }
        assertThat(output).first().asString().startsWith("$ sh -c echo built in");
        assertThat(output).contains("built in " + release);
        assertThat(builder.isFinished(ID)).isTrue();
    }

    @Test
    void what_records_its_path_while_it_is_built_works_afterwards() throws IOException {
        build(
                "[[\"sh\", \"-c\", \"printf '#!/bin/sh\\\\necho works\\\\n' > tool; chmod +x tool;"
                        + " printf '#!%s/tool\\\\n' $PWD > script; chmod +x script\"]]",
                AMPLE);

        Path release = home.releases().resolve(ID);
        assertThat(Files.readString(release.resolve("script"))).startsWith("#!" + release + "/tool");
        assertThat(new LocalRunner(BaseEnvironment.of(home))
                        .run(Command.of(release.resolve("script").toString()), Duration.ofSeconds(10))
                        .lastLines())
                .containsExactly("works");
    }

    @Test
    void a_build_has_a_home_and_temporary_files_of_its_own_and_leaves_nothing_there() {
        build(
                "[[\"sh\", \"-c\", \"echo home $HOME; echo token > $HOME/.npmrc; echo x > $TMPDIR/x; ls -A "
                        + home.root() + "\"], [\"sh\", \"-c\", \"cat $HOME/.npmrc\"]]",
                AMPLE);
        String other = "r00000000000b";
        builder.build(
                other,
                pinned(),
                SourceKeyTest.manifest("[[\"sh\", \"-c\", \"ls -A $HOME; echo nothing of others\"]]"),
                AMPLE,
                scope(Permit.ALWAYS));

        assertThat(output).contains("home " + home.builds().resolve(ID).resolve("home"), "token");
        assertThat(output).containsSubsequence("nothing of others").doesNotContain(".npmrc", "keys", "run");
        assertThat(home.builds().resolve(ID)).doesNotExist();
    }

    @Test
    void a_build_that_writes_too_much_is_ended_and_says_which_limit() {
        Limits little = new Limits(AMPLE.memoryBytes(), AMPLE.tasks(), AMPLE.time(), 20 << 20);

        assertThat(assertFailed(
                        "[[\"sh\", \"-c\", \"while :; do head -c 1000000 /dev/zero >> $HOME/big; sleep 0.01; done\"]]",
                        little,
                        "MB of files, limit 20 MB (setting build.disk)"))
                .isEqualTo(ReleaseProblem.BUILD_OVER_LIMIT);
    }

    @Test
    void the_commands_of_a_build_share_its_time() {
        Limits short_ = new Limits(AMPLE.memoryBytes(), AMPLE.tasks(), Duration.ofSeconds(2));

        assertFailed("[[\"sleep\", \"1.2\"], [\"sleep\", \"1.2\"]]", short_, "did not finish within 2 s");
    }

    @Test
    void a_directory_of_storage_has_a_place_in_the_release() {
        builder.build(ID, pinned(), SourceKeyTest.withStorage("uploads"), AMPLE, scope(Permit.ALWAYS));
        assertThat(home.releases().resolve(ID).resolve("uploads")).isDirectory();

        assertThatThrownBy(() -> builder.build(
                        "r00000000000c",
                        pinned(),
                        SourceKeyTest.withStorage("index.html"),
                        AMPLE,
                        scope(Permit.ALWAYS)))
                .isInstanceOf(ProblemException.class)
                .hasMessage(
                        "index.html is no directory of the release, and the manifest names index.html as a directory"
                                + " to write to");
    }

    @Test
    void a_build_that_fails_leaves_nothing_and_shows_its_last_lines() {
        assertFailed("[[\"sh\", \"-c\", \"touch half; echo compiler says no; exit 3\"]]", AMPLE, "exited with code 3");

        assertThat(output).contains("compiler says no");
    }

    @Test
    void the_first_command_that_fails_is_the_last_that_runs() {
        assertFailed("[[\"false\"], [\"touch\", \"" + root + "/second\"]]", AMPLE, "false exited with code 1");

        assertThat(root.resolve("second")).doesNotExist();
    }

    @Test
    void a_build_that_takes_too_long_is_ended_and_leaves_nothing() {
        Limits short_ = new Limits(AMPLE.memoryBytes(), AMPLE.tasks(), Duration.ofSeconds(1));

        assertThat(assertFailed("[[\"sleep\", \"60\"]]", short_, "sleep 60 did not finish within 1 s"))
                .isEqualTo(ReleaseProblem.BUILD_TIMED_OUT);
    }

    @Test
    void a_build_that_forks_too_much_is_ended_and_says_which_limit() {
        Limits few = new Limits(AMPLE.memoryBytes(), 20, AMPLE.time());
        String forks = "[[\"sh\", \"-c\", \"for n in $(seq 100); do sleep 60 & done; wait\"]]";

        assertThat(assertFailed(forks, few, "tasks, limit 20 (setting build.tasks)"))
                .isEqualTo(ReleaseProblem.BUILD_OVER_LIMIT);
    }

    @Test
    void a_source_that_changed_since_it_was_pinned_is_refused() {
        PinnedSource pinned = pinned();
        SafeFiles.write(source.resolve("page.html"), "<p>changed</p>\n", "rw-r--r--");

        assertThatThrownBy(() -> builder.build(ID, pinned, SourceKeyTest.manifest("[]"), AMPLE, scope(Permit.ALWAYS)))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("changed during the copy");
        assertThat(left()).isEmpty();
    }

    @Test
    void what_a_killed_builder_left_is_no_release_and_is_removed() {
        SafeFiles.write(home.releases().resolve(".building-" + ID + "-1/half"), "", "rw-r--r--");
        for (String id : List.of(ID, "r00000000000d", "r00000000000e")) {
            SafeFiles.write(home.releases().resolve(id).resolve("half"), "", "rw-r--r--");
            SafeFiles.write(home.releases().resolve(".unfinished-" + id), "", "rw-------");
            SafeFiles.write(home.builds().resolve(id).resolve("home/half"), "", "rw-r--r--");
        }
        assertThat(builder.isFinished(ID)).isFalse();

        builder.removeLeftovers(() -> Set.of("r00000000000d"), Permit.ALWAYS);
        assertThat(left()).containsExactlyInAnyOrder("r00000000000d", ".unfinished-r00000000000d");
        assertThat(home.builds().resolve("r00000000000e")).doesNotExist();

        builder.build("r00000000000d", pinned(), SourceKeyTest.manifest("[]"), AMPLE, scope(Permit.ALWAYS));
        assertThat(left()).containsExactly("r00000000000d");
        assertThat(home.releases().resolve("r00000000000d/half")).doesNotExist();
    }

    @Test
    void a_builder_that_lost_its_run_publishes_nothing() {
        AtomicInteger checks = new AtomicInteger();
        Permit lostAfterTheBuild = () -> {
            if (checks.incrementAndGet() > 2) {
                throw new PermitLost("taken over");
            }
        };

        assertThatThrownBy(() -> builder.build(
                        ID, pinned(), SourceKeyTest.manifest("[[\"true\"]]"), AMPLE, scope(lostAfterTheBuild)))
                .isInstanceOf(PermitLost.class);
        assertThat(builder.isFinished(ID)).isFalse();

        builder.removeLeftovers(() -> Set.of(), Permit.ALWAYS);
        assertThat(left()).isEmpty();
    }

    private String build(String build, Limits limits) {
        return builder.build(ID, pinned(), SourceKeyTest.manifest(build), limits, scope(Permit.ALWAYS));
    }

    private Object assertFailed(String build, Limits limits, String detail) {
        ProblemException failure = null;
        try {
            build(build, limits);
        } catch (ProblemException e) {
            failure = e;
        }
        assertThat(failure).isNotNull().hasMessageContaining(detail);
        assertThat(left()).isEmpty();
        return failure.problem();
    }

    private PinnedSource pinned() {
        return new PinnedSource(
                new TenantSource.Directory(source), Optional.empty(), SourceTree.hash(source), Optional.empty());
    }

    private RunScope scope(Permit permit) {
        LineSink sink = (stream, line) -> output.add(line);
        return new RunScope(UUID.randomUUID(), 7, permit, sink);
    }

    private List<String> left() {
        try (Stream<Path> entries = Files.list(home.releases())) {
            return entries.map(entry -> entry.getFileName().toString()).toList();
        } catch (IOException e) {
            return List.of();
        }
    }
}
