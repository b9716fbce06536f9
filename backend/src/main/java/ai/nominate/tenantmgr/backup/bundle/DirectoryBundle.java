package ai.nominate.tenantmgr.backup.bundle;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/** A bundle in a directory. Follows no link. */
public record DirectoryBundle(Path directory, Optional<UUID> backup) implements StoredBundle {
    @Override
    public OptionalLong size(String file) throws IOException {
        Path path = directory.resolve(file);
        return Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)
                ? OptionalLong.of(Files.size(path))
                : OptionalLong.empty();
    }

    @Override
    public InputStream read(String file) throws IOException {
        return new BufferedInputStream(Files.newInputStream(directory.resolve(file), LinkOption.NOFOLLOW_LINKS));
    }
}
