package ai.nominate.tenantmgr.release;

import ai.nominate.tenantmgr.job.Permit;
import ai.nominate.tenantmgr.kernel.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** A directory as a source: its content hash, and its copy. Version-control directories are excluded. */
final class SourceTree {
    private static final String GIT = ".git";

    private SourceTree() {}

    /** SHA-256 over every path, kind, executable bit and content, in order. */
    static String hash(Path root) {
        MessageDigest digest = sha256();
        try (DigestOutputStream sink = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
            for (Path file : files(root)) {
                sink.write(root.relativize(file).toString().getBytes(StandardCharsets.UTF_8));
                if (Files.isSymbolicLink(file)) {
                    sink.write(("\0link\0" + Files.readSymbolicLink(file)).getBytes(StandardCharsets.UTF_8));
                } else {
                    sink.write((mayBeExecuted(file) ? "\0run\0" : "\0file\0").getBytes(StandardCharsets.UTF_8));
                    sink.write(Long.toString(Files.size(file)).getBytes(StandardCharsets.UTF_8));
                    sink.write(0);
                    try (InputStream content = Files.newInputStream(file)) {
                        content.transferTo(sink);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** By its mode, not by what this user may do: a copy has another owner. */
    private static boolean mayBeExecuted(Path file) throws IOException {
        return Files.getPosixFilePermissions(file).stream()
                .anyMatch(permission -> permission.name().endsWith("EXECUTE"));
    }

    /**
     * Copies every file and link; links are copied as links.
     *
     * @param permit checked before each file, since another builder may work in the same place afterwards
     */
    static void copy(Path from, Path to, Permit permit) {
        try {
            Files.createDirectories(to);
            for (Path file : files(from)) {
                permit.check();
                Path target = to.resolve(from.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target, LinkOption.NOFOLLOW_LINKS, java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Removes write permission for all, from files and directories, because tenants share them. */
    static void freeze(Path root) {
        try {
            for (Path file : files(root)) {
                if (!Files.isSymbolicLink(file)) {
                    freezeOne(file);
                }
            }
            for (Path directory : directories(root)) {
                freezeOne(directory);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void freezeOne(Path path) throws IOException {
        var permissions = Files.getPosixFilePermissions(path);
        permissions.removeIf(permission -> permission.name().endsWith("WRITE"));
        Files.setPosixFilePermissions(path, permissions);
    }

    private static List<Path> directories(Path root) throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(path -> Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS))
                    .toList();
        }
    }

    private static List<Path> files(Path root) throws IOException {
        if (!Files.isDirectory(root)) {
            throw new ProblemException(ReleaseProblem.SOURCE_MISSING, "Directory not found: " + root);
        }
        List<Path> files = new ArrayList<>();
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                return directory.endsWith(GIT) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (attributes.isRegularFile() || attributes.isSymbolicLink()) {
                    files.add(file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        Collections.sort(files);
        return files;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
