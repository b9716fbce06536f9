package ai.nominate.tenantmgr.backup.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.nominate.tenantmgr.kernel.ProblemException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileArchiveTest {
    @TempDir
    Path temporary;

    @ParameterizedTest
    @ValueSource(strings = {"../../etc/cron.d/x", "/etc/cron.d/x", "a/../../x", "a/../x"})
    void no_entry_leads_out(String name) throws IOException {
        byte[] tar = tar(name, null);

        assertThatThrownBy(() -> new FileArchive(root()).unpack(new ByteArrayInputStream(tar), 1))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining(name);
        assertThat(temporary.resolve("x")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource({"storage/l, /etc/nginx", "storage/l, ../../x", "storage/l, a/..", "storage/l, ../storage/b/../.."})
    void no_link_leads_out(String name, String leads) throws IOException {
        byte[] tar = tar(name, leads);

        assertThatThrownBy(() -> new FileArchive(root()).unpack(new ByteArrayInputStream(tar), 1))
                .isInstanceOf(ProblemException.class);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 2})
    void the_number_of_files_is_that_of_the_manifest(long files) throws IOException {
        byte[] tar = tar("storage/a", null);

        assertThatThrownBy(() -> new FileArchive(root()).unpack(new ByteArrayInputStream(tar), files))
                .isInstanceOf(ProblemException.class);
    }

    private Path root() {
        return temporary.resolve("root");
    }

    private static byte[] tar(String name, String leads) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes)) {
            TarArchiveEntry entry =
                    new TarArchiveEntry(name, leads == null ? TarConstants.LF_NORMAL : TarConstants.LF_SYMLINK, true);
            if (leads != null) {
                entry.setLinkName(leads);
            }
            tar.putArchiveEntry(entry);
            tar.closeArchiveEntry();
        }
        return bytes.toByteArray();
    }
}
