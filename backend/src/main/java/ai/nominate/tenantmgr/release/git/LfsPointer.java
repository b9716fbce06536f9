package ai.nominate.tenantmgr.release.git;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file of which git has only a pointer: its content lies in Git LFS.
 *
 * @param object SHA-256 of the content, in hex
 * @param size of the content in bytes
 */
record LfsPointer(Path file, String object, long size) {
    /** By the specification a pointer is shorter. */
    private static final long LONGEST = 1024;

    private static final Pattern TEXT =
            Pattern.compile("version https://(?:git-lfs\\.github\\.com/spec|hawser\\.github\\.com/spec)/v1\n"
                    + "(?:ext-[^\n]*\n)*oid sha256:([0-9a-f]{64})\nsize ([0-9]{1,18})\n?");

    /** The pointers below a directory, in the order of their paths. Links are not followed. */
    static List<LfsPointer> below(Path directory) {
        List<LfsPointer> found = new ArrayList<>();
        try {
            Files.walkFileTree(directory, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    if (attributes.isRegularFile() && attributes.size() < LONGEST && attributes.size() > 0) {
                        read(file).ifPresent(found::add);
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        found.sort(java.util.Comparator.comparing(LfsPointer::file));
        return found;
    }

    private static Optional<LfsPointer> read(Path file) throws IOException {
        String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        Matcher parts = TEXT.matcher(text);
        return parts.matches()
                ? Optional.of(new LfsPointer(file, parts.group(1), Long.parseLong(parts.group(2))))
                : Optional.empty();
    }
}
