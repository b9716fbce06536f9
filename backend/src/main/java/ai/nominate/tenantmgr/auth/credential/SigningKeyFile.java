package ai.nominate.tenantmgr.auth.credential;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** The keys in their file, read anew when somebody has changed them: a rotation needs no restart. */
@ApplicationScoped
class SigningKeyFile {
    private static final Logger LOG = Logger.getLogger(SigningKeyFile.class);
    private static final Duration LOOK = Duration.ofSeconds(1);

    private final Path file;
    private volatile Read read;

    SigningKeyFile(@ConfigProperty(name = "tenantmgr.jwt-keys-file") Path file) {
        this.file = file;
        this.read = read();
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
            LOG.errorf("The keys of access tokens cannot be read again, the old ones stay: %s", e.getMessage());
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
