package ai.nominate.tenantmgr.backup.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Archives that a tenant has forged: a bundle of what is accepted can always be unpacked. */
class StreamPackingTest {
    @TempDir
    Path directory;

    private final ByteArrayOutputStream packed = new ByteArrayOutputStream();
    private final StreamPacking packing =
            new StreamPacking(() -> {}, 1 << 20).with("storage", "storage").with("writable", "writable/a");

    @ParameterizedTest
    @ValueSource(
            strings = {"../x", "/etc/x", "storage/../x", "storage//x", "storage/./x", "storages/x", "writable/b/x", "x"
            })
    void a_name_that_is_not_below_a_known_directory_is_left_out(String name) throws IOException {
        pack(entry(name, TarConstants.LF_NORMAL, ""));
        assertThat(packing.files()).isZero();
        assertThat(packing.leftOut()).singleElement().asString().contains(name);
    }

    @ParameterizedTest
    @CsvSource({"storage/l, /etc", "storage/l, ../x", "storage/a/l, ../../writable", "storage, x", "storage/l, a/.."})
    void a_link_that_leads_out_is_left_out(String name, String leads) throws IOException {
        pack(entry(name, TarConstants.LF_SYMLINK, leads));
        assertThat(packing.files()).isZero();
        assertThat(packing.leftOut()).singleElement().asString().contains(leads);
    }

    @ParameterizedTest
    @ValueSource(bytes = {TarConstants.LF_LINK, TarConstants.LF_CHR, TarConstants.LF_BLK, TarConstants.LF_FIFO})
    void what_is_no_file_is_left_out(byte kind) throws IOException {
        pack(entry("storage/x", kind, "storage/y"));
        assertThat(packing.files()).isZero();
    }

    @Test
    void what_is_taken_can_be_unpacked() throws IOException {
        pack(entry("writable/a/deep/file", TarConstants.LF_NORMAL, ""));
        new FileArchive(directory.resolve("into")).unpack(new ByteArrayInputStream(packed.toByteArray()), 1);
        assertThat(directory.resolve("into/writable/deep/file")).hasContent("12345");
    }

    @Test
    void a_head_without_an_end_is_refused_before_it_fills_the_memory() throws IOException {
        TarArchiveEntry head = new TarArchiveEntry("x", TarConstants.LF_GNUTYPE_LONGNAME);
        head.setSize(7L << 30);
        byte[] block = new byte[512];
        head.writeEntryHeader(block);
        long[] read = {0};
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                read[0]++;
                return 'a';
            }
        };
        assertThatThrownBy(() -> packing.copy(
                        new SequenceInputStream(new ByteArrayInputStream(block), endless),
                        OutputStream.nullOutputStream()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("head of an entry");
        assertThat(read[0]).isLessThan(8 << 20);
    }

    @Test
    void a_truncated_archive_is_refused() throws IOException {
        byte[] whole = entry("storage/x", TarConstants.LF_NORMAL, "");
        assertThatThrownBy(() -> packing.copy(new ByteArrayInputStream(whole, 0, 514), packed))
                .isInstanceOf(IOException.class);
    }

    private void pack(byte[] archive) throws IOException {
        packing.copy(new ByteArrayInputStream(archive), packed);
        assertThat(packing.read()).isEqualTo(archive.length);
    }

    private static byte[] entry(String name, byte kind, String leads) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes)) {
            TarArchiveEntry entry = new TarArchiveEntry(name, kind, true);
            entry.setLinkName(leads);
            byte[] content = kind == TarConstants.LF_NORMAL ? "12345".getBytes(StandardCharsets.US_ASCII) : new byte[0];
            entry.setSize(content.length);
            tar.putArchiveEntry(entry);
            tar.write(content);
            tar.closeArchiveEntry();
        }
        return bytes.toByteArray();
    }
}
