package ai.nominate.tenantmgr.host.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskSpaceTest {
    @TempDir
    Path root;

    @Test
    void a_full_disk_is_named_with_what_is_free_and_what_is_needed() {
        assertThat(new DiskSpace(root).shortage(1L << 60).orElseThrow())
                .matches("The disk of " + root + " has \\d+ MiB free, and 1099511627776 MiB are needed");
    }

    @Test
    void a_disk_with_space_is_passed_over() {
        assertThat(new DiskSpace(root).shortage(1)).isEmpty();
    }
}
