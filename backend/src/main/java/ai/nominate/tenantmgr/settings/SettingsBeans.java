package ai.nominate.tenantmgr.settings;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.microprofile.config.inject.ConfigProperty;

class SettingsBeans {
    /** A missing key file stops the start with the property's name: without it secrets cannot be decrypted. */
    @Produces
    @Singleton
    SecretBox secrets(@ConfigProperty(name = "tenantmgr.secrets-key-file") Path file) {
        try {
            return new SecretBox(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException("tenantmgr.secrets-key-file: cannot read " + file, e);
        }
    }
}
