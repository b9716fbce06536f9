package ai.nominate.tenantmgr.backup.bundle;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Packs directories of a tenant that goes on writing into them: what vanishes meanwhile is left out, what grows is cut. */
public final class FilePacking {
    private final Map<String, Path> roots = new LinkedHashMap<>();
    private final List<String> leftOut = new ArrayList<>();
    private final Runnable stillAllowed;
    private long files;
    private String sum = "";

    /** @param stillAllowed called before each file; throws to end the work */
    public FilePacking(Runnable stillAllowed) {
        this.stillAllowed = stillAllowed;
    }

    /** @param name where its files lie in the archive; a missing directory is none */
    public FilePacking with(String name, Path directory) {
        roots.put(name, directory);
        return this;
    }

    /** Files in the archive, links among them. */
    public long files() {
        return files;
    }

    /** Sentences about what was not taken, for people. */
    public List<String> leftOut() {
        return List.copyOf(leftOut);
    }

    /** A sum of all that was written; see {@link StreamPacking#sum}. */
    public String sum() {
        return sum;
    }

    public void writeTo(OutputStream out) throws IOException {
        ArchiveWriter archive = new ArchiveWriter(out);
        for (Map.Entry<String, Path> root : roots.entrySet()) {
            pack(archive, root.getKey(), root.getValue());
        }
        archive.finish();
        files = archive.files();
        sum = archive.sum();
    }

    private void pack(ArchiveWriter archive, String name, Path root) throws IOException {
        if (!Files.isDirectory(root, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
                    throws IOException {
                archive.directory(named(directory));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                stillAllowed.run();
                if (attributes.isSymbolicLink()) {
                    link(archive, root, file, named(file));
                } else if (attributes.isRegularFile()) {
                    file(archive, file, named(file), attributes);
                } else {
                    leftOut.add(named(file) + " is no file");
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
                if (e instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE; // removed meanwhile
                }
                throw e;
            }

            private String named(Path path) {
                String below = root.relativize(path).toString();
                return below.isEmpty() ? name : name + "/" + below;
            }
        });
    }

    private void link(ArchiveWriter archive, Path root, Path link, String name) throws IOException {
        Path leads = Files.readSymbolicLink(link);
        if (!InsideLink.stays(root, link, leads)) {
            leftOut.add("the link " + name + " leads to " + leads + ", outside");
            return;
        }
        archive.link(name, leads.toString());
    }

    private void file(ArchiveWriter archive, Path file, String name, BasicFileAttributes attributes)
            throws IOException {
        try (var in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            long size = attributes.size();
            long written = archive.file(name, size, attributes.lastModifiedTime(), Files.isExecutable(file), in);
            if (written < size) {
                leftOut.add(name + " became shorter while it was read: its end is zeros");
            }
        } catch (NoSuchFileException e) {
            // removed meanwhile
        }
    }
}
