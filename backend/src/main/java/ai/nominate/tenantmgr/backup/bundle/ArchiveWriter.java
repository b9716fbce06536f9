package ai.nominate.tenantmgr.backup.bundle;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.attribute.FileTime;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;

/** Writes the files of a tenant in the one form that they have in a bundle: directories, links that stay inside, and files. */
final class ArchiveWriter {
    private static final BigInteger RANGE = BigInteger.TWO.pow(256);

    private final TarArchiveOutputStream tar;
    private BigInteger sum = BigInteger.ZERO;
    private long files;

    ArchiveWriter(OutputStream out) {
        tar = new TarArchiveOutputStream(out, StandardCharsets.UTF_8.name());
        tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
        tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
        tar.setAddPaxHeadersForNonAsciiNames(true);
    }

    void directory(String name) throws IOException {
        tar.putArchiveEntry(new TarArchiveEntry(name + "/"));
        tar.closeArchiveEntry();
        add("directory", name, "");
    }

    void link(String name, String leads) throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry(name, TarConstants.LF_SYMLINK);
        entry.setLinkName(leads);
        tar.putArchiveEntry(entry);
        tar.closeArchiveEntry();
        files++;
        add("link", name, leads);
    }

    /** @return how many bytes the input had: more are left unread, and zeros take the place of missing ones */
    long file(String name, long size, FileTime modified, boolean runs, InputStream in) throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry(name);
        entry.setSize(size);
        entry.setModTime(modified);
        entry.setMode(runs ? 0100700 : 0100600);
        tar.putArchiveEntry(entry);
        Digests content = new Digests();
        long written = FixedLength.copy(in, new MeasuredOutput(tar, content), size);
        tar.closeArchiveEntry();
        files++;
        add(runs ? "program" : "file", name, content.hex());
        return written;
    }

    void finish() throws IOException {
        tar.finish();
        tar.flush();
    }

    /** Links among them, directories not. */
    long files() {
        return files;
    }

    /** Equal for equal names, kinds and contents, in any order. */
    String sum() {
        return sum.toString(16);
    }

    private void add(String kind, String name, String content) {
        Digests entry = new Digests();
        byte[] text = (kind + "\0" + name + "\0" + content).getBytes(StandardCharsets.UTF_8);
        entry.add(text, 0, text.length);
        sum = sum.add(new BigInteger(entry.hex(), 16)).mod(RANGE);
    }
}
