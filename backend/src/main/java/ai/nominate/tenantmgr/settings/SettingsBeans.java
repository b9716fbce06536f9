package ai.nominate.tenantmgr.settings;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import org.eclipse.microprofile.config.inject.ConfigProperty;

class SettingsBeans {
    /** A missing key file stops the start with the property's name: without it secrets cannot be decrypted. */
    @Produces
    @Singleton
    SecretBox secrets(@ConfigProperty(name = "tenantmgr.secrets-key-file") Path file) {
        return new SecretBox(new KeyFile(file));
    }
}
