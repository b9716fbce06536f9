package campaign;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The campaign's documents, in storage that outlives a release. Names are plain; every document is served as a
 * download.
 */
final class Uploads {
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");
    private static final int LARGEST = 5_000_000;

    private final Path directory;

    Uploads(Path state) {
        this.directory = state.resolve("uploads");
    }

    /** Written to a temporary file and renamed: a reader sees the old document or the new one. */
    void put(Call call) throws IOException {
        Path file = file(call);
        byte[] body = call.body(LARGEST);
        Files.createDirectories(directory);
        Path beside = Files.createTempFile(directory, ".", ".part");
        Files.write(beside, body);
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
        call.json(200, Map.of("name", file.getFileName().toString(), "bytes", body.length));
    }

    void get(Call call) throws IOException {
        Path file = file(call);
        if (!Files.isRegularFile(file)) {
            throw new Refused(404, "not-found", "Not found");
        }
        call.header("Content-Disposition", "attachment; filename=\"" + file.getFileName() + "\"");
        call.bytes(200, "application/octet-stream", Files.readAllBytes(file));
    }

    long count() throws IOException {
        if (!Files.isDirectory(directory)) {
            return 0;
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(
                            file -> NAME.matcher(file.getFileName().toString()).matches())
                    .count();
        }
    }

    private Path file(Call call) {
        String name = call.path().substring(call.path().lastIndexOf('/') + 1);
        if (!NAME.matcher(name).matches()) {
            throw new Refused(400, "upload.name", "A name is made of a-z, 0-9, dot, dash and underscore, at most 64");
        }
        return directory.resolve(name);
    }
}
