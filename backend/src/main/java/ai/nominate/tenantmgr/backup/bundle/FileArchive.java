package ai.nominate.tenantmgr.backup.bundle;

import ai.nominate.tenantmgr.host.file.SafeFiles;
import ai.nominate.tenantmgr.kernel.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/**
 * Unpacks the files of a tenant into a fresh directory. Nothing leads out of it: no entry is absolute or has two dots, links are made
 * last and only if they stay inside, and there are no devices.
 */
final class FileArchive {
    private final Path root;
    private final Map<Path, Path> links = new LinkedHashMap<>();

    /** @param root does not exist */
    FileArchive(Path root) {
        this.root = root;
    }

    /** @param files how many files it has */
    void unpack(InputStream in, long files) throws IOException {
        SafeFiles.directory(root, "rwx------");
        long found = 0;
        TarArchiveInputStream tar = new TarArchiveInputStream(in);
        for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
            found += counts(entry) ? 1 : 0;
            if (found > files) {
                throw new ProblemException(BundleProblem.TOO_LARGE, "It has more files than its manifest says");
            }
            take(tar, entry);
        }
        for (Map.Entry<Path, Path> link : links.entrySet()) {
            SafeFiles.link(link.getKey(), link.getValue());
        }
        if (found != files) {
            throw new ProblemException(BundleProblem.TRUNCATED, "It has " + found + " of " + files + " files");
        }
    }

    /** Reads all entries and keeps nothing. */
    static void list(InputStream in, long files) throws IOException {
        long found = 0;
        TarArchiveInputStream tar = new TarArchiveInputStream(in);
        for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
            found += counts(entry) ? 1 : 0;
        }
        if (found != files) {
            throw new ProblemException(BundleProblem.TRUNCATED, "It has " + found + " of " + files + " files");
        }
    }

    private static boolean counts(TarArchiveEntry entry) {
        return !entry.isDirectory();
    }

    private void take(TarArchiveInputStream tar, TarArchiveEntry entry) throws IOException {
        Path target = inside(entry.getName());
        if (entry.isSymbolicLink()) {
            Path leads = Path.of(entry.getLinkName());
            if (!InsideLink.stays(root, target, leads)) {
                throw unsafe(entry.getName());
            }
            links.put(target, leads);
        } else if (entry.isDirectory()) {
            SafeFiles.directory(target, "rwx------");
        } else if (entry.isFile()) {
            SafeFiles.directory(target.getParent(), "rwx------");
            write(tar, entry, target);
        } else {
            throw unsafe(entry.getName());
        }
    }

    private static void write(InputStream in, TarArchiveEntry entry, Path target) throws IOException {
        try {
            PartReader.copy(in, target);
        } catch (FileAlreadyExistsException e) {
            throw unsafe(entry.getName());
        }
        boolean runs = (entry.getMode() & 0100) != 0;
        Files.setPosixFilePermissions(target, PosixFilePermissions.fromString(runs ? "rwx------" : "rw-------"));
        Files.setLastModifiedTime(target, FileTime.from(entry.getLastModifiedTime().toInstant()));
    }

    private Path inside(String name) {
        try {
            Path path = Path.of(name);
            for (Path part : path) {
                if (part.toString().equals("..")) {
                    throw unsafe(name);
                }
            }
            Path target = root.resolve(path).normalize();
            if (path.isAbsolute() || !target.startsWith(root) || links.keySet().stream().anyMatch(target::startsWith)) {
                throw unsafe(name);
            }
            return target;
        } catch (InvalidPathException e) {
            throw unsafe(name);
        }
    }

    private static ProblemException unsafe(String name) {
        return new ProblemException(BundleProblem.UNSAFE, "Its entry " + name + " is refused");
    }
}
