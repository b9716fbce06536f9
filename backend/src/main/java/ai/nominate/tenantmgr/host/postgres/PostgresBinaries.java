package ai.nominate.tenantmgr.host.postgres;

import ai.nominate.tenantmgr.host.command.Command;
import ai.nominate.tenantmgr.host.command.Runner;
import ai.nominate.tenantmgr.host.file.Home;
import ai.nominate.tenantmgr.host.file.SafeFiles;


import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** The server's programs, unpacked once from the class path into a directory named after their version. */
final class PostgresBinaries {
    /** Same as in the build file. The major version names the data directory, and must be supported by pg_dump. */
    static final String VERSION = "15.18.0";

    private static final String ARCHIVE = "/postgres-linux-x86_64.txz";
    private final Path directory;
    private final Runner runner;

    PostgresBinaries(Home home, Runner runner) {
        this.directory = home.postgres().resolve("bin-" + VERSION);
        this.runner = runner;
    }

    Path program(String name) {
        return directory.resolve("bin").resolve(name);
    }

    /** Unpacks to a temporary directory, syncs it, and renames: an incomplete server is never used. */
    void unpack() {
        if (Files.isDirectory(directory)) {
            return;
        }
        Path beside = directory.resolveSibling("." + directory.getFileName() + ".tmp");
        SafeFiles.deleteTree(beside);
        try (InputStream archive = PostgresBinaries.class.getResourceAsStream(ARCHIVE)) {
            if (archive == null) {
                throw new PostgresFailed("The embedded PostgreSQL supports Linux on x86-64 only. "
                        + "On this machine, configure the address of a database instead.");
            }
            SafeFiles.directory(beside, "rwxr-xr-x");
            unpack(new TarArchiveInputStream(new XZInputStream(archive)), beside);
            runner.run(Command.of("sync", "--file-system", "--", beside.toString()), Duration.ofMinutes(1));
            Files.move(beside, directory, StandardCopyOption.ATOMIC_MOVE);
            SafeFiles.sync(directory.getParent());
        } catch (IOException e) {
            throw new PostgresFailed("The embedded PostgreSQL could not be unpacked to " + directory, e);
        }
    }

    private static void unpack(TarArchiveInputStream tar, Path target) throws IOException {
        for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
            Path file = target.resolve(entry.getName()).normalize();
            if (!file.startsWith(target)) {
                throw new IOException("archive entry outside of the target directory: " + entry.getName());
            }
            if (entry.isDirectory()) {
                SafeFiles.directory(file, "rwxr-xr-x");
            } else if (entry.isSymbolicLink()) {
                SafeFiles.directory(file.getParent(), "rwxr-xr-x");
                Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
            } else {
                SafeFiles.directory(file.getParent(), "rwxr-xr-x");
                Files.copy(tar, file);
                if ((entry.getMode() & 0100) != 0) {
                    file.toFile().setExecutable(true, false);
                }
            }
        }
    }
}
