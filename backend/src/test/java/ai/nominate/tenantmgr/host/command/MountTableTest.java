package ai.nominate.tenantmgr.host.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class MountTableTest {
    private final MountTable table = MountTable.parse("""
            27 1 254:0 / / rw,relatime - ext4 /dev/vda rw
            28 27 8:1 / /home rw,nosuid,nodev,relatime shared:1 - ext4 /dev/sda1 rw
            29 28 8:2 / /home/a\\040b rw,noexec - ext4 /dev/sdb1 rw
            """);

    @Test
    void the_restrictions_are_those_of_the_innermost_mount() {
        assertThat(table.restrictions(Path.of("/usr/bin"))).isEmpty();
        assertThat(table.restrictions(Path.of("/home/x"))).isEqualTo("nosuid,nodev");
        assertThat(table.restrictions(Path.of("/home/a b/c"))).isEqualTo("noexec");
        assertThat(table.restrictions(Path.of("/homes"))).isEmpty();
    }

    @Test
    void mounts_inside_a_directory_are_found() {
        assertThat(table.inside(Path.of("/home"))).containsExactly(Path.of("/home/a b"));
        assertThat(table.inside(Path.of("/etc"))).isEmpty();
    }

    @Test
    void this_machine_has_a_root() {
        assertThat(MountTable.read().entries()).anyMatch(entry -> entry.path().equals(Path.of("/")));
    }
}
