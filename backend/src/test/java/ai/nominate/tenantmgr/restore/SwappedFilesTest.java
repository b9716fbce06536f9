package ai.nominate.tenantmgr.restore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.nominate.tenantmgr.job.Permit;
import ai.nominate.tenantmgr.job.PermitLost;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A swap that is killed anywhere goes on to the new files, or back to the old ones: never to a mixture, never to nothing. */
class SwappedFilesTest {
    private static final int MORE_THAN_ENOUGH = 12;

    @TempDir
    Path directory;

    private SwappedFiles files;

    @BeforeEach
    void old_and_new() throws IOException {
        files = new SwappedFiles(
                directory.resolve("storage"), directory.resolve("bundle/storage"), directory.resolve("restore/before"));
        put(files.live(), "old");
        put(files.restored(), "new");
    }

    @Test
    void the_restored_files_take_the_place_and_the_old_ones_are_kept() {
        files.swap(Permit.ALWAYS);
        files.swap(Permit.ALWAYS);
        assertThat(content(files.live())).isEqualTo("new");
        assertThat(content(files.kept())).isEqualTo("old");
        files.swapBack(Permit.ALWAYS);
        files.swapBack(Permit.ALWAYS);
        assertThat(content(files.live())).isEqualTo("old");
        assertThat(content(files.restored())).isEqualTo("new");
        files.swap(Permit.ALWAYS);
        assertThat(content(files.live())).as("an undo can be undone").isEqualTo("new");
    }

    @Test
    void a_killed_swap_goes_on() throws IOException {
        for (int dies = 1; dies < MORE_THAN_ENOUGH; dies++) {
            reset();
            killed(dies, () -> {});
            files.swap(Permit.ALWAYS);
            assertThat(List.of(content(files.live()), content(files.kept())))
                    .as("killed at look %s", dies)
                    .containsExactly("new", "old");
        }
    }

    @Test
    void a_killed_swap_goes_back_even_if_a_start_has_made_an_empty_directory_meanwhile() throws IOException {
        for (int dies = 1; dies < MORE_THAN_ENOUGH; dies++) {
            reset();
            killed(dies, () -> Files.createDirectories(files.live()));
            files.swapBack(Permit.ALWAYS);
            assertThat(content(files.live())).as("killed at look %s", dies).isEqualTo("old");
        }
    }

    @Test
    void a_tenant_without_files_gets_them_and_loses_them_again() throws IOException {
        Files.delete(files.live().resolve("file"));
        Files.delete(files.live());
        files.swap(Permit.ALWAYS);
        assertThat(content(files.live())).isEqualTo("new");
        assertThat(files.kept()).doesNotExist();
    }

    private void killed(int dies, Meanwhile meanwhile) throws IOException {
        int[] looks = {0};
        Permit dying = () -> {
            if (++looks[0] >= dies) {
                throw new PermitLost("killed");
            }
        };
        if (looks(Permit.ALWAYS) >= dies) {
            assertThatThrownBy(() -> files.swap(dying)).isInstanceOf(PermitLost.class);
        } else {
            files.swap(dying);
        }
        meanwhile.happens();
    }

    /** How often an undisturbed swap asks whether it may go on. */
    private int looks(Permit permit) throws IOException {
        int[] looks = {0};
        files.swap(() -> {
            looks[0]++;
            permit.check();
        });
        reset();
        return looks[0];
    }

    private void reset() throws IOException {
        for (Path path : List.of(files.live(), files.restored(), files.kept())) {
            Files.deleteIfExists(path.resolve("file"));
            Files.deleteIfExists(path);
        }
        put(files.live(), "old");
        put(files.restored(), "new");
    }

    private static void put(Path path, String content) throws IOException {
        Files.createDirectories(path);
        Files.writeString(path.resolve("file"), content);
    }

    private static String content(Path path) {
        try {
            return Files.readString(path.resolve("file"));
        } catch (IOException e) {
            return "nothing";
        }
    }

    private interface Meanwhile {
        void happens() throws IOException;
    }
}
