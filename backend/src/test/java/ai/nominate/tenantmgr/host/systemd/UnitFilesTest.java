package ai.nominate.tenantmgr.host.systemd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ai.nominate.tenantmgr.host.file.SafeFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The unit files and the polkit rule that an installation writes, compared with files and judged by systemd where it is. */
class UnitFilesTest {
    private static final Path SNAPSHOTS = Path.of("src/test/resources/snapshots/systemd");
    /** One of each kind: the others differ in their number and slot. */
    private static final List<String> KINDS = List.of(
            "system/tenantmgr-service1-a@.service",
            "system/tenantmgr-migrate-b@.service",
            "system/tenantmgr-files@.service",
            "system/tenantmgr-archive@.service",
            "system/tenantmgr-build@.service",
            "system/tenantmgr-purge@.service",
            "system/tenantmgr-loopback.service",
            "50-tenantmgr.rules",
            "owner",
            "purge",
            "loopback");

    @TempDir
    static Path written;

    @BeforeAll
    static void write() throws Exception {
        assertThat(exit("../deploy/systemd/units", "/var/lib/tenantmgr", "tenantmgr", written.toString()))
                .isZero();
    }

    @Test
    void each_kind_is_as_it_was_read_last() throws IOException {
        for (String kind : KINDS) {
            String text = Files.readString(written.resolve(kind));
            Path snapshot = SNAPSHOTS.resolve(kind);
            if (System.getProperty("snap") != null) {
                SafeFiles.write(snapshot, text, "rw-r--r--");
            }
            assertThat(text).as(kind).isEqualTo(Files.readString(snapshot));
        }
    }

    @Test
    void slots_and_numbers_differ_in_their_names_alone() throws IOException {
        List<String> services =
                files().stream().filter(name -> name.contains("-service")).toList();

        assertThat(services).hasSize(16);
        for (String name : services) {
            assertThat(Files.readString(written.resolve("system").resolve(name)))
                    .isEqualTo(Files.readString(written.resolve(KINDS.getFirst())));
        }
    }

    @Test
    void no_unit_that_runs_a_program_of_a_tenant_is_exposed_more_than_15() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/systemd-analyze")), "systemd-analyze is not installed");
        for (String name : files()) {
            if (!name.matches(".*(purge|loopback|service[2-8]|command[2-4]).*")) {
                String file = written.resolve("system").resolve(name).toString();
                assertThat(exit("/usr/bin/systemd-analyze", "security", "--offline=true", "--threshold=15", file))
                        .as(name)
                        .isZero();
            }
        }
    }

    @Test
    void systemd_understands_every_line() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/systemd-analyze")), "systemd-analyze is not installed");
        List<String> words = new ArrayList<>(List.of("/usr/bin/systemd-analyze", "verify", "--man=no"));
        Path instances = Files.createDirectory(written.resolve("instances"));
        for (String kind : KINDS.subList(0, 5)) {
            String name = Path.of(kind).getFileName().toString();
            Path instance = instances.resolve(name.replace("@.", "@acme."));
            Files.copy(written.resolve(kind), instance);
            words.add(instance.toString());
        }
        Process process = new ProcessBuilder(words).redirectErrorStream(true).start();

        assertThat(new String(process.getInputStream().readAllBytes()).lines())
                .noneMatch(line -> line.contains("acme") && !line.contains("not executable"));
    }

    @Test
    void paths_that_a_unit_file_would_read_otherwise_are_refused() throws Exception {
        for (String home : List.of("relative", "/srv/a b", "/srv/%i", "/srv/a\nExecStart=/bin/id")) {
            assertThat(exit("../deploy/systemd/units", home, "tenantmgr", written.toString()))
                    .as(home)
                    .isEqualTo(2);
        }
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(written.resolve("system"))) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private static int exit(String... words) throws Exception {
        return new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }
}
