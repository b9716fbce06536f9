package ai.nominate.tenantmgr.certificate.acme;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** How this machine reaches an ACME server. */
@ConfigMapping(prefix = "tenantmgr.acme")
public interface AcmeProperties {
    /** PEM certificates that an ACME server of one's own may be signed with, beside the public authorities. */
    Optional<Path> trust();

    /** The longest one certificate may take. */
    @WithDefault("4M")
    Duration limit();
}
