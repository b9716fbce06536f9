package ai.nominate.tenantmgr.backup.signer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.nominate.tenantmgr.backup.bundle.BundleProblem;
import ai.nominate.tenantmgr.kernel.ProblemException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An uploaded archive puts the files of a bundle into one directory, and nothing anywhere else. */
class BundleUploadTest {
    @TempDir
    Path directory;

    @Test
    void the_files_of_a_bundle_are_taken() throws IOException {
        read(archive("manifest.json", "./manifest.sig", "database.dump.zst.age", "files.tar.zst.age"), 0);
        assertThat(names())
                .containsExactly("database.dump.zst.age", "files.tar.zst.age", "manifest.json", "manifest.sig");
        assertThat(directory.resolve("manifest.sig")).hasContent("content of ./manifest.sig");
    }

    @Test
    void what_is_no_file_of_a_bundle_is_refused() throws IOException {
        for (String name : List.of(
                "../manifest.json", "/etc/cron.d/x", "a/manifest.json", "manifest.json/..", "script.sh", "x.zst.age\n", "..age")) {
            refuses(archive(name), BundleProblem.UNSAFE);
        }
        assertThat(names()).isEmpty();
    }

    @Test
    void links_and_devices_are_refused() throws IOException {
        TarArchiveEntry link = new TarArchiveEntry("manifest.json", TarConstants.LF_SYMLINK);
        link.setLinkName("/etc/passwd");
        refuses(archive(link), BundleProblem.UNSAFE);
        refuses(archive(new TarArchiveEntry("manifest.json", TarConstants.LF_FIFO)), BundleProblem.UNSAFE);
    }

    @Test
    void a_cut_archive_an_empty_one_and_something_else_are_refused() throws IOException {
        byte[] whole = archive("manifest.json");
        assertThatThrownBy(() -> read(Arrays.copyOf(whole, 520), 0))
                .isInstanceOfAny(ProblemException.class, IOException.class);
        Files.deleteIfExists(directory.resolve("manifest.json"));
        refuses(new byte[0], BundleProblem.EMPTY);
        assertThatThrownBy(() -> read("this is no archive ".repeat(60).getBytes(StandardCharsets.UTF_8), 0))
                .isInstanceOfAny(ProblemException.class, IOException.class);
    }

    @Test
    void a_disk_without_its_reserve_is_not_written_to() throws IOException {
        assertThatThrownBy(() -> read(archive("manifest.json"), Long.MAX_VALUE / 2))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("MiB are needed");
        assertThat(directory.resolve("manifest.json")).isEmptyFile();
    }

    private void refuses(byte[] archive, BundleProblem problem) {
        assertThatThrownBy(() -> read(archive, 0))
                .isInstanceOfSatisfying(
                        ProblemException.class, refused -> assertThat(refused.problem()).isEqualTo(problem));
    }

    private void read(byte[] archive, long reserve) throws IOException {
        new BundleUpload(directory, reserve).read(new ByteArrayInputStream(archive));
    }

    private List<String> names() throws IOException {
        try (var files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static byte[] archive(String... names) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes)) {
            for (String name : names) {
                byte[] content = ("content of " + name).getBytes(StandardCharsets.UTF_8);
                TarArchiveEntry entry = new TarArchiveEntry(name, true);
                entry.setSize(content.length);
                tar.putArchiveEntry(entry);
                tar.write(content);
                tar.closeArchiveEntry();
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] archive(TarArchiveEntry entry) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes)) {
            tar.putArchiveEntry(entry);
            tar.closeArchiveEntry();
        }
        return bytes.toByteArray();
    }
}
