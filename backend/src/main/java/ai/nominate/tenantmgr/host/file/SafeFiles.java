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
 * The way files are written: beside their place, synced, then renamed over it. The old one is whole until the new one is,
 * a full disk destroys nothing, and a symbolic link in the way is replaced, never followed.
 */
public final class SafeFiles {
    private SafeFiles() {}

    /**
     * @param mode such as {@code rw-------}
     * @throws UncheckedIOException when the disk refuses; the old file is untouched then
     */
    public static void write(Path file, String content, String mode) {
        write(file, content.getBytes(StandardCharsets.UTF_8), mode);
    }

    /** @param permit checked directly before the file takes its place */
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
            throw new UncheckedIOException("cannot write " + file, e);
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
     * Points a symbolic link at a target in one step.
     *
     * @param permit checked directly before the link takes its place
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
            throw new UncheckedIOException("cannot link " + link, e);
        } catch (PermitLost e) {
            deleteTree(beside);
            throw e;
        }
    }

    /** Gives a file or tree another place on the same disk, in one step. Nothing may lie there yet. */
    public static void move(Path from, Path to) {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
            sync(to.getParent());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot move " + from, e);
        }
    }

    /** Makes a directory and its parents; an existing one keeps its mode. */
    public static Path directory(Path directory, String mode) {
        try {
            return Files.createDirectories(
                    directory, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode)));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make " + directory, e);
        }
    }

    /** Removes a file, link or tree. Links inside are removed, not followed; what is not there is fine. */
    public static void deleteTree(Path root) {
        deleteTree(root, Permit.ALWAYS);
    }

    /** @param permit checked before each entry is removed, so that a tree of the same name that comes later is safe */
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
            throw new UncheckedIOException("cannot remove " + root, e);
        }
    }

    /** Makes a rename last through a power cut. */
    public static void sync(Path directory) throws IOException {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static Path beside(Path file) {
        return file.resolveSibling("." + file.getFileName() + "." + Long.toHexString(System.nanoTime()) + ".tmp");
    }
}
