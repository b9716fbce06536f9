package ai.nominate.tenantmgr.analysis.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Playwright's scripts in the home. */
class BrowserDriverTest {
    @TempDir
    Path root;

    @Test
    void the_scripts_are_unpacked_once_and_those_of_another_version_go() throws IOException {
        Path directory = root.resolve("playwright");
        Path old = Files.createDirectories(directory.resolve("driver-1.0.jar/package"));
        Path half = Files.createDirectories(directory.resolve("half/package"));

        Path scripts = new BrowserDriver(directory).unpacked();
        FileTime made = Files.getLastModifiedTime(scripts.resolve("package/cli.js"));

        assertThat(old).doesNotExist();
        assertThat(half).doesNotExist();
        assertThat(scripts.resolve("package/lib/coreBundle.js")).isNotEmptyFile();
        assertThat(new BrowserDriver(directory).unpacked()).isEqualTo(scripts);
        assertThat(Files.getLastModifiedTime(scripts.resolve("package/cli.js"))).isEqualTo(made);
    }
}
