package ai.nominate.tenantmgr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import ai.nominate.tenantmgr.host.file.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A start with keys that are open, missing or damaged is refused with one sentence that names the file. */
class KeyFilesTest {
    @TempDir
    Path root;

    private Home home;

    @BeforeEach
    void a_home_that_was_started_once() {
        home = new Home(root);
        prepare();
    }

    @Test
    void a_home_starts_again() {
        assertThatNoException().isThrownBy(this::prepare);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "keys/secrets.json",
                "keys/jwt.json",
                "keys/backup.json",
                "keys/nginx-proxy.conf",
                "keys/ca/key.pem"
            })
    void a_key_that_others_can_read_is_refused(String name) throws IOException {
        mode(name, "rw-r--r--");

        refused(name, "chmod 600 " + root.resolve(name), "rw-r--r--");

        mode(name, "r--------");
        assertThatNoException().isThrownBy(this::prepare);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rwxrwxrwx", "rwx-----x", "rwxr-x---"})
    void a_directory_that_others_can_enter_is_refused(String mode) throws IOException {
        mode("keys", mode);

        refused("keys", "chmod 700 " + root.resolve("keys"), mode);
    }

    @ParameterizedTest
    @ValueSource(strings = {"keys/secrets.json", "keys/jwt.json"})
    void a_key_file_that_is_missing_from_a_home_in_use_is_refused_and_not_made_anew(String name) throws IOException {
        Files.delete(root.resolve(name));

        refused(name, "is missing", "Restore it from a backup");

        assertThat(root.resolve(name)).doesNotExist();
    }

    @Test
    void the_keys_of_backups_are_made_for_a_home_of_an_earlier_version_and_never_anew_where_there_are_backups()
            throws IOException {
        Files.delete(root.resolve("keys/backup.json"));
        assertThatNoException().isThrownBy(this::prepare);
        Files.delete(root.resolve("keys/backup.json"));
        Files.createDirectory(root.resolve("backups"));

        refused("keys/backup.json", "is missing", "Restore it from a backup");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "{\"keys\":[]}", "no json", "{\"primaryKeyId\":1,\"key\":[]}"})
    void an_empty_or_damaged_key_file_is_refused(String content) throws IOException {
        for (String name : new String[] {"keys/secrets.json", "keys/jwt.json", "keys/backup.json"}) {
            String good = Files.readString(root.resolve(name));
            Files.writeString(root.resolve(name), content);

            refused(name, "is empty or damaged", "Restore it from a backup");

            Files.writeString(root.resolve(name), good);
        }
    }

    private void refused(String... parts) {
        assertThatIllegalArgumentException()
                .isThrownBy(this::prepare)
                .withMessageContainingAll(parts)
                .satisfies(refusal -> assertThat(refusal.getMessage().lines()).hasSize(1));
    }

    private Map<String, String> prepare() {
        return new Installation(home).prepare(null);
    }

    private void mode(String name, String mode) throws IOException {
        Files.setPosixFilePermissions(root.resolve(name), PosixFilePermissions.fromString(mode));
    }
}
