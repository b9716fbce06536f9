package ai.nominate.tenantmgr.backup.signer;

import ai.nominate.tenantmgr.backup.bundle.BundleProblem;
import ai.nominate.tenantmgr.host.file.DiskSpace;
import ai.nominate.tenantmgr.kernel.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/**
 * Takes the files of one bundle out of a tar archive, as it comes. Only files of a bundle's names are taken, each once; where they go is
 * never read from the archive. Blocks.
 *
 * @param directory empty
 * @param reserveBytes stay free on its disk
 */
record BundleUpload(Path directory, long reserveBytes) {
    private static final int MOST_FILES = 8;
    private static final int CHUNK = 1 << 16;
    private static final long LOOK_BYTES = 64L << 20;
    private static final Pattern NAME =
            Pattern.compile("(?:\\./)?(manifest\\.json|manifest\\.sig|[a-z]{1,20}(?:\\.[a-z]{1,10}){1,3}\\.age)");

    /** @throws ProblemException if it is no such archive, is cut, or the disk would be full */
    void read(InputStream body) throws IOException {
        TarArchiveInputStream tar = new TarArchiveInputStream(body);
        int files = 0;
        try {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                if (!entry.isFile() || ++files > MOST_FILES) {
                    throw new ProblemException(BundleProblem.UNSAFE, "The archive has more than the files of one backup");
                }
                write(tar, directory.resolve(name(entry.getName())), entry.getSize());
            }
        } catch (IllegalArgumentException e) {
            throw new ProblemException(BundleProblem.ALTERED, "The body is not a tar archive");
        }
        if (files == 0) {
            throw new ProblemException(BundleProblem.EMPTY, "The archive has no file");
        }
    }

    private static String name(String entry) {
        var matcher = NAME.matcher(entry);
        if (!matcher.matches()) {
            throw new ProblemException(BundleProblem.UNSAFE, "The archive has a file that is no part of a backup");
        }
        return matcher.group(1);
    }

    private void write(InputStream from, Path file, long size) throws IOException {
        byte[] chunk = new byte[CHUNK];
        long written = 0;
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            OutputStream to = Channels.newOutputStream(channel);
            for (int count = from.read(chunk); count >= 0; count = from.read(chunk)) {
                if (written % LOOK_BYTES < CHUNK) {
                    requireSpace(Math.min(size - written, LOOK_BYTES));
                }
                to.write(chunk, 0, count);
                written += count;
            }
            channel.force(true);
        }
        if (written != size) {
            throw new ProblemException(BundleProblem.TRUNCATED, "The archive ends within a file");
        }
    }

    private void requireSpace(long bytes) {
        Optional<String> shortage = new DiskSpace(directory).shortage(bytes + reserveBytes);
        if (shortage.isPresent()) {
            throw new ProblemException(SignerProblem.DISK_FULL, shortage.get());
        }
    }
}
