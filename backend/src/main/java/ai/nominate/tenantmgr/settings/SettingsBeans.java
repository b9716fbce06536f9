package ai.nominate.tenantmgr.settings;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import org.eclipse.microprofile.config.inject.ConfigProperty;

class SettingsBeans {
    /** A missing key refuses the start with the property's name: without it no secret could be read. */
    @Produces
    @Singleton
    SecretBox secrets(@ConfigProperty(name = "tenantmgr.secrets-key-file") Path file) {
        return new SecretBox(new KeyFile(file));
    }
}
