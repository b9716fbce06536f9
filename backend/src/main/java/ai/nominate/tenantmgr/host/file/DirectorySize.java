package ai.nominate.tenantmgr.host.file;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/** The size of the files of a directory that another program may be writing. */
public final class DirectorySize extends SimpleFileVisitor<Path> {
    private long bytes;

    private DirectorySize() {}

    /** In bytes. Files that vanish meanwhile do not count, nor does a directory that is not there. */
    public static long of(Path directory) {
        DirectorySize size = new DirectorySize();
        try {
            Files.walkFileTree(directory, size);
        } catch (IOException e) {
            return size.bytes; // it was removed meanwhile
        }
        return size.bytes;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        bytes += attributes.size();
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) {
        return FileVisitResult.CONTINUE; // a temporary file that is gone
    }

    @Override
    public FileVisitResult postVisitDirectory(Path done, IOException e) {
        return FileVisitResult.CONTINUE;
    }
}
