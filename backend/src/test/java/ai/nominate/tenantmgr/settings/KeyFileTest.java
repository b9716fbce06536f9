package ai.nominate.tenantmgr.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyFileTest {
    @TempDir
    Path directory;

    @Test
    void a_file_that_another_manager_replaced_is_read_again() throws IOException {
        KeySet first = KeySet.generate();
        Path file = replace(first);
        KeyFile keys = new KeyFile(file);
        KeySet read = keys.get();
        assertThat(keys.get()).as("not read again while it is the same").isSameAs(read);

        for (int change = 0; change < 20; change++) {
            KeySet next = keys.get().withNewKey().withoutOldKeys();
            replace(next);
            assertThat(keys.get().fingerprints()).isEqualTo(next.fingerprints());
        }
    }

    @Test
    void a_file_that_is_missing_is_named() {
        assertThatThrownBy(() -> new KeyFile(directory.resolve("missing.json")))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("tenantmgr.secrets-key-file")
                .hasMessageContaining("missing.json");
    }

    private Path replace(KeySet keys) throws IOException {
        Path beside = Files.writeString(directory.resolve("beside"), keys.text());
        return Files.move(
                beside,
                directory.resolve("secrets.json"),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }
}
