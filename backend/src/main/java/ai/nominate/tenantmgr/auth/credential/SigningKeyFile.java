package ai.nominate.tenantmgr.auth.credential;

import ai.nominate.tenantmgr.settings.InstallationKey;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** The signing keys in their file, reloaded when the file changes: a rotation needs no restart. */
@ApplicationScoped
class SigningKeyFile implements InstallationKey {
    private static final Logger LOG = Logger.getLogger(SigningKeyFile.class);
    private static final Duration LOOK = Duration.ofSeconds(1);

    private final Path file;
    private volatile Read read;

    SigningKeyFile(@ConfigProperty(name = "tenantmgr.jwt-keys-file") Path file) {
        this.file = file;
        this.read = read();
    }

    @Override
    public String name() {
        return "tokens";
    }

    @Override
    public Path file() {
        return file;
    }

    @Override
    public List<String> fingerprints() {
        return keys().fingerprints();
    }

    SigningKeys keys() {
        Read last = read;
        if (System.nanoTime() - last.looked < LOOK.toNanos()) {
            return last.keys;
        }
        try {
            read = last.written.equals(Files.getLastModifiedTime(file))
                    ? new Read(last.keys, last.written, System.nanoTime())
                    : read();
        } catch (IOException | UncheckedIOException | IllegalStateException e) {
            LOG.errorf(
                    "The signing keys of access tokens could not be reloaded; the previous keys stay in use: %s",
                    e.getMessage());
            read = new Read(last.keys, last.written, System.nanoTime());
        }
        return read.keys;
    }

    private Read read() {
        try {
            FileTime written = Files.getLastModifiedTime(file);
            return new Read(new SigningKeys(Files.readString(file)), written, System.nanoTime());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Read(SigningKeys keys, FileTime written, long looked) {}
}
