package ai.nominate.tenantmgr.host.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFilesTest {
    private static final int MOST = 10_000;

    @TempDir
    Path directory;

    @TempDir
    Path root;

    private LogFiles files;
    private Path log;

    @BeforeEach
    void name() {
        files = new LogFiles(new Home(root), MOST);
        log = directory.resolve("manager.log");
    }

    @Test
    void a_log_that_others_append_to_is_rotated_under_them_into_a_bounded_number_of_files() throws IOException {
        try (FileChannel writer =
                FileChannel.open(log, StandardOpenOption.CREATE, StandardOpenOption.APPEND, StandardOpenOption.WRITE)) {
            for (int round = 0; round < 8; round++) {
                writer.write(
                        ByteBuffer.wrap(("round " + round + "\n").repeat(2000).getBytes()));

                assertThat(files.rotate(log)).isTrue();
            }
            writer.write(ByteBuffer.wrap("after\n".getBytes()));
        }

        assertThat(Files.readString(log)).isEqualTo("after\n");
        assertThat(directory.resolve("manager.log.1"))
                .content()
                .endsWith("round 7\n")
                .hasSize(MOST);
        assertThat(directory.resolve("manager.log.2"))
                .content()
                .endsWith("round 6\n")
                .hasSize(MOST);
        try (Stream<Path> there = Files.list(directory)) {
            assertThat(there).hasSize(3);
        }
        assertThat(Files.getPosixFilePermissions(directory.resolve("manager.log.1")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void a_log_that_is_small_missing_or_a_link_is_left_alone() throws IOException {
        Files.writeString(log, "small\n");
        Path large = directory.resolve("large");
        Files.writeString(large, "x".repeat(MOST + 1));
        Path link = Files.createSymbolicLink(directory.resolve("link"), large);

        assertThat(files.rotate(log)).isFalse();
        assertThat(files.rotate(directory.resolve("missing"))).isFalse();
        assertThat(files.rotate(link)).isFalse();

        files.rotate(List.of(log, directory.resolve("missing"), link), (path, reason) -> {
            throw new AssertionError(path + " " + reason);
        });
        assertThat(Files.readString(log)).isEqualTo("small\n");
        assertThat(Files.size(large)).isEqualTo(MOST + 1);
    }
}
