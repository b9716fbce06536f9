package ai.nominate.tenantmgr.analysis.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which Node runs Playwright's driver. */
class NodeProgramTest {
    @TempDir
    Path root;

    @Test
    void it_is_the_first_one_that_can_be_run_behind_its_links() throws IOException {
        Path text = Files.createDirectories(root.resolve("text"));
        Files.writeString(text.resolve("node"), "no program");
        Path program = Files.createDirectories(root.resolve("real/bin")).resolve("node");
        Files.createFile(program, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
        Path linked = Files.createDirectories(root.resolve("linked"));
        Files.createSymbolicLink(linked.resolve("node"), program);

        assertThat(NodeProgram.find("relative::" + text + ":" + linked)).contains(program.toRealPath());
        assertThat(NodeProgram.find(text + ":" + root)).isEmpty();
    }
}
