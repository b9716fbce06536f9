package ai.nominate.tenantmgr.deployment.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.nominate.tenantmgr.kernel.ProblemException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReleaseFileTest {
    @TempDir
    Path release;

    @Test
    void a_text_of_the_release_is_read() throws IOException {
        Files.createDirectory(release.resolve("db"));
        Files.writeString(release.resolve("db/schema.sql"), "select 'ü';");

        assertThat(ReleaseFile.read(release, "db/schema.sql", "database.init")).isEqualTo("select 'ü';");
    }

    @Test
    void a_file_that_cannot_be_read_is_refused_by_field_and_reason() throws IOException {
        Files.createDirectory(release.resolve("db"));
        Files.write(release.resolve("latin1.sql"), "select 'ü';".getBytes(StandardCharsets.ISO_8859_1));
        Files.createSymbolicLink(release.resolve("link.sql"), Path.of("/etc/passwd"));
        Files.createSymbolicLink(release.resolve("linked"), Path.of("/etc"));
        Files.createSymbolicLink(release.resolve("zero.sql"), Path.of("/dev/zero"));

        refused("db/missing.sql", "does not exist in the release");
        refused("db", "is a directory");
        refused("latin1.sql", "is not UTF-8 text");
        refused("link.sql", "is a link");
        refused("linked/passwd", "is a link");
        refused("zero.sql", "is a link");
    }

    private void refused(String file, String reason) {
        assertThatThrownBy(() -> ReleaseFile.read(release, file, "database.init"))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.errors())
                                .singleElement()
                                .satisfies(error -> assertThat(error.field()).isEqualTo("database.init")))
                .hasMessageStartingWith("database.init: " + file + " " + reason);
    }
}
