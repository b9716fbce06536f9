package ai.nominate.tenantmgr.host.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class IsolationScriptTest {
    private static final Path HOME = Path.of("/srv/tenant manager");
    private static final Path TENANT = HOME.resolve("tenants/acme");
    private static final Path RELEASE = HOME.resolve("releases/r1");
    private static final MachineFiles MACHINE = new MachineFiles(
            List.of(Path.of("/usr"), Path.of("/etc")),
            Map.of("bin", "usr/bin", "lib", "usr/lib"),
            List.of(Path.of("/etc/shadow"), Path.of("/etc/ssl/private")),
            List.of(Path.of("/dev/null"), Path.of("/dev/urandom")),
            List.of(Path.of("/proc/sys")),
            MountTable.parse("""
                    1 0 8:0 / / rw,relatime - ext4 /dev/sda rw
                    2 1 8:1 / /srv rw,nosuid,noexec - ext4 /dev/sdb rw
                    3 1 8:0 /h /etc/hosts rw,relatime - ext4 /dev/sda rw
                    """));
    private static final FileView VIEW = FileView.nothing()
            .reading(RELEASE)
            .reading(TENANT.resolve("a.env"))
            .writing(TENANT.resolve("storage"))
            .writing(TENANT.resolve("storage/uploads"), RELEASE.resolve("uploads"))
            .writing(TENANT.resolve("storage/gone"), RELEASE.resolve("gone"))
            .owning("HOME", TENANT.resolve("home"))
            .temporary(TENANT.resolve("tmp/a.backend"));

    @Test
    void the_script_is_the_one_on_file() throws IOException {
        assertThat(script(Map.of("TEXT", "it's\n$(id)\nEND", "HOME", TENANT + "/home"))
                        .text())
                .isEqualTo(file("isolation.sh"));
    }

    @Test
    void a_home_inside_the_directory_for_temporary_files_gets_one_in_memory() {
        Path home = Path.of("/tmp/junit/home");
        FileView view = FileView.nothing().temporary(home.resolve("tenants/acme/tmp/x"));
        String table =
                new IsolationScript(MACHINE, path -> true, home, view, Path.of("/"), Map.of(), TaskBounds.NONE).table();

        assertThat(table).contains("temporary /tmp/junit/home/run/root/tmp tmpfs size=256m");
    }

    @Test
    void a_name_that_is_none_of_a_variable_is_refused() {
        assertThatThrownBy(() -> script(Map.of("A=1; id #", "x")).text()).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_view_reads_as_it_was_written_and_names_its_directories_as_they_are_seen() {
        assertThat(FileView.parse(VIEW.text())).isEqualTo(VIEW);
        assertThat(FileView.parse(FileView.nothing().text())).isEqualTo(FileView.nothing());
        assertThat(VIEW.variables()).containsEntry("TMPDIR", TENANT + "/tmp/a.backend");
        assertThat(VIEW.variablesInside()).containsEntry("TMPDIR", "/tmp").containsEntry("HOME", TENANT + "/home");
        assertThatThrownBy(() -> FileView.nothing().reading(Path.of("/a\nb")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_kernel_bounds_what_it_counts_for_each_namespace() {
        assertThat(TaskBounds.of(256, "6.18.44-fc", false)).isEqualTo(new TaskBounds(512, 813));
        assertThat(TaskBounds.of(256, "6.18.44-fc", true)).isEqualTo(new TaskBounds(0, 813));
        assertThat(TaskBounds.of(256, "5.14.0-427.el9", false)).isEqualTo(new TaskBounds(512, 0));
        assertThat(TaskBounds.of(256, "5.10.0-28-amd64", false)).isEqualTo(TaskBounds.NONE);
        assertThat(TaskBounds.of(256, "odd", false)).isEqualTo(TaskBounds.NONE);
        assertThat(TaskBounds.of(0, "6.18.44-fc", false)).isEqualTo(TaskBounds.NONE);
    }

    private static IsolationScript script(Map<String, String> environment) {
        return new IsolationScript(
                MACHINE,
                path -> !List.of("a.env", "shadow", "gone")
                        .contains(path.getFileName().toString()),
                HOME,
                VIEW,
                RELEASE,
                environment,
                new TaskBounds(512, 813));
    }

    private static String file(String name) throws IOException {
        try (var stream = IsolationScriptTest.class.getResourceAsStream("/isolation/" + name)) {
            return stream == null ? "" : new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
