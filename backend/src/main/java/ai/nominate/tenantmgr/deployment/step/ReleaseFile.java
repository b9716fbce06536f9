package ai.nominate.tenantmgr.deployment.step;

import ai.nominate.tenantmgr.kernel.ProblemException;
import ai.nominate.tenantmgr.release.ReleaseProblem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/** Reads a text file that a release names. The release is not trusted: no link is followed, and no more is read than fits. */
final class ReleaseFile {
    /** 64 MiB. */
    private static final int MOST_BYTES = 64 << 20;

    private ReleaseFile() {}

    /**
     * @param field of the manifest that names the file
     * @throws ProblemException naming the field and the reason
     */
    static String read(Path release, String file, String field) {
        Path path = release;
        for (Path name : Path.of(file)) {
            path = path.resolve(name);
            if (Files.isSymbolicLink(path)) {
                throw refused(field, file, "is a link, and no link is followed: write the file's own path");
            }
        }
        if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
            throw refused(field, file, "is a directory: write the path of a file in it");
        }
        if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            throw refused(field, file, "does not exist in the release; a path is relative to tenant-app.yaml");
        }
        if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
            throw refused(field, file, "is not a regular file");
        }
        try (InputStream input = Files.newInputStream(path, LinkOption.NOFOLLOW_LINKS)) {
            byte[] bytes = input.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw refused(
                        field,
                        file,
                        "has more than " + (MOST_BYTES >> 20) + " MiB: import large data by database.migrate instead");
            }
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw refused(field, file, "is not UTF-8 text: convert it, for instance with iconv -f latin1 -t utf8");
        } catch (IOException e) {
            throw refused(field, file, "could not be read: " + e.getMessage());
        }
    }

    private static ProblemException refused(String field, String file, String reason) {
        return new ProblemException(ReleaseProblem.MANIFEST_BROKEN, field + ": " + file + " " + reason)
                .withError(field, file + " " + reason);
    }
}
