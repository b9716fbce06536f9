package ai.nominate.tenantmgr.host.file;

import ai.nominate.tenantmgr.job.Permit;
import ai.nominate.tenantmgr.job.PermitLost;


import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * Writes files atomically: to a temporary file, synced, then renamed. The old file stays complete until then, a full
 * disk destroys nothing, and an existing symbolic link is replaced, never followed.
 */
public final class SafeFiles {
    private SafeFiles() {}

    /**
     * @param mode for example {@code rw-------}
     * @throws UncheckedIOException if the disk fails; the old file is then unchanged
     */
    public static void write(Path file, String content, String mode) {
        write(file, content.getBytes(StandardCharsets.UTF_8), mode);
    }

    /** @param permit checked directly before the rename */
    public static void write(Path file, String content, String mode, Permit permit) {
        write(file, content.getBytes(StandardCharsets.UTF_8), mode, permit);
    }

    /** @see #write(Path, String, String) */
    public static void write(Path file, byte[] content, String mode) {
        write(file, content, mode, Permit.ALWAYS);
    }

    /** @see #write(Path, String, String, Permit) */
    public static void write(Path file, byte[] content, String mode, Permit permit) {
        Path beside = beside(file);
        try {
            directory(file.getParent(), "rwxr-xr-x");
            try (FileChannel channel = FileChannel.open(
                    beside,
                    Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
                ByteBuffer buffer = ByteBuffer.wrap(content);
                while (buffer.hasRemaining()) {
                    channel.write(buffer);
                }
                Files.setPosixFilePermissions(beside, PosixFilePermissions.fromString(mode));
                channel.force(true);
            }
            permit.check();
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            sync(file.getParent());
        } catch (IOException e) {
            deleteTree(beside);
            throw new UncheckedIOException("could not write " + file, e);
        } catch (PermitLost e) {
            deleteTree(beside);
            throw e;
        }
    }

    /** @see #link(Path, Path, Permit) */
    public static void link(Path link, Path target) {
        link(link, target, Permit.ALWAYS);
    }

    /**
     * Sets the target of a symbolic link atomically.
     *
     * @param permit checked directly before the rename
     */
    public static void link(Path link, Path target, Permit permit) {
        Path beside = beside(link);
        try {
            directory(link.getParent(), "rwxr-xr-x");
            Files.createSymbolicLink(beside, target);
            permit.check();
            Files.move(beside, link, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            sync(link.getParent());
        } catch (IOException e) {
            throw new UncheckedIOException("could not link " + link, e);
        } catch (PermitLost e) {
            deleteTree(beside);
            throw e;
        }
    }

    /** Moves a file or tree on the same disk atomically. The target must not exist. */
    public static void move(Path from, Path to) {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
            sync(to.getParent());
        } catch (IOException e) {
            throw new UncheckedIOException("could not move " + from, e);
        }
    }

    /** Creates a directory and its parents; an existing one keeps its mode. */
    public static Path directory(Path directory, String mode) {
        try {
            return Files.createDirectories(
                    directory, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode)));
        } catch (IOException e) {
            throw new UncheckedIOException("could not create " + directory, e);
        }
    }

    /** Removes a file, link or tree. Links inside are removed, not followed; a missing path is not an error. */
    public static void deleteTree(Path root) {
        deleteTree(root, Permit.ALWAYS);
    }

    /** @param permit checked before each entry is removed, to protect a later tree of the same name */
    public static void deleteTree(Path root, Permit permit) {
        if (!Files.exists(root, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try {
            Files.walkFileTree(root, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
                        throws IOException {
                    Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    permit.check();
                    Files.deleteIfExists(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path directory, IOException e) throws IOException {
                    permit.check();
                    Files.deleteIfExists(directory);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException("could not remove " + root, e);
        }
    }

    /** Syncs the directory, so that a rename survives a power failure. */
    public static void sync(Path directory) throws IOException {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static Path beside(Path file) {
        return file.resolveSibling("." + file.getFileName() + "." + Long.toHexString(System.nanoTime()) + ".tmp");
    }
}
