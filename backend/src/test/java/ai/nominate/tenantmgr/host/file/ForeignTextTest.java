package ai.nominate.tenantmgr.host.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ForeignTextTest {
    private static final int MOST = 64 << 10;

    @TempDir
    Path directory;

    private Path root;

    @BeforeEach
    void a_tree_beside_a_secret() throws IOException {
        root = Files.createDirectories(directory.resolve("release"));
        Files.createDirectories(root.resolve("db"));
        Files.writeString(directory.resolve("password"), "secret");
        Files.writeString(root.resolve("db/schema.sql"), "create table größe ();");
    }

    @Test
    void a_regular_file_of_text_is_read() throws Exception {
        assertThat(ForeignText.read(root, "db/schema.sql", MOST)).isEqualTo("create table größe ();");
    }

    @Test
    void a_root_that_is_itself_a_link_is_followed() throws Exception {
        Path link = Files.createSymbolicLink(directory.resolve("current"), root);

        assertThat(ForeignText.read(link, "db/schema.sql", MOST)).startsWith("create table");
    }

    @Test
    void no_link_is_followed_in_any_part_of_the_path() throws IOException {
        Files.createSymbolicLink(root.resolve("a.sql"), directory.resolve("password"));
        Files.createSymbolicLink(root.resolve("zero"), Path.of("/dev/zero"));
        Files.createSymbolicLink(root.resolve("up"), directory);
        Files.createSymbolicLink(root.resolve("db/inner"), root.resolve("db"));

        refused("a.sql", "must not be a symbolic link, nor lie behind one (a.sql)");
        refused("zero", "must not be a symbolic link, nor lie behind one (zero)");
        refused("up/password", "must not be a symbolic link, nor lie behind one (up)");
        refused("db/inner/schema.sql", "must not be a symbolic link, nor lie behind one (inner)");
    }

    @Test
    void only_regular_files_inside_are_opened() throws Exception {
        assertThat(new ProcessBuilder("mkfifo", root.resolve("pipe").toString())
                        .start()
                        .waitFor())
                .isZero();

        refused("pipe", "must be a regular file");
        refused("db", "must be a file, and is a directory");
        refused("db/missing.sql", "does not exist");
        refused("none/missing.sql", "does not exist");
        refused("db/schema.sql/x", "does not exist: schema.sql is not a directory");
        refused("../password", "must be a path inside the application");
        refused("db/../../password", "must be a path inside the application");
        refused("/etc/passwd", "must be a path inside the application");
    }

    @Test
    void a_large_file_is_not_read_to_its_end() throws IOException {
        Files.write(root.resolve("exact"), new byte[MOST]);
        Files.write(root.resolve("large"), new byte[MOST + 1]);
        try (var sparse = Files.newByteChannel(
                root.resolve("huge"), Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE))) {
            sparse.position(600L << 20).write(ByteBuffer.wrap(new byte[1]));
        }

        refused("large", "must be at most 64 KiB");
        refused("huge", "must be at most 64 KiB");
    }

    @Test
    void what_is_not_utf_8_is_refused_with_its_line() throws IOException {
        Files.write(
                root.resolve("latin.sql"),
                "select 1;\nselect 'gr\u00f6\u00dfe';\n".getBytes(StandardCharsets.ISO_8859_1));

        refused("latin.sql", "must be UTF-8 text, and is not in line 2");
    }

    private void refused(String name, String reason) {
        assertThatThrownBy(() -> ForeignText.read(root, name, MOST))
                .isInstanceOf(ForeignText.Unreadable.class)
                .hasMessage(reason);
    }
}
