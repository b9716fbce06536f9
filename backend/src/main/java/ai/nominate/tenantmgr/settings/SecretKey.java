package ai.nominate.tenantmgr.settings;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The key for secrets, as the database knows it. */
@ApplicationScoped
class SecretKey implements InstallationKey {
    private final Path file;
    private final SecretBox box;

    SecretKey(@ConfigProperty(name = "tenantmgr.secrets-key-file") Path file, SecretBox box) {
        this.file = file;
        this.box = box;
    }

    @Override
    public String name() {
        return "secrets";
    }

    @Override
    public Path file() {
        return file;
    }

    @Override
    public List<String> fingerprints() {
        return box.keys().fingerprints();
    }
}
