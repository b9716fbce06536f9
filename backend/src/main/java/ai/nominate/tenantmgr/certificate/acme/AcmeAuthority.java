package ai.nominate.tenantmgr.certificate.acme;

import java.net.URI;
import java.util.Optional;

/**
 * An ACME server as it was configured.
 *
 * @param directory the URL of its directory
 * @param staging the directory that issues for practice; empty if there is none
 * @param contact the e-mail address for the account; empty if none was given
 */
public record AcmeAuthority(URI directory, Optional<URI> staging, Optional<String> contact) {
    /** How it is called in sentences: the host of its directory. */
    public String name() {
        return name(directory);
    }

    /** @see #name() */
    public static String name(URI directory) {
        return directory.getHost() == null ? directory.toString() : directory.getHost();
    }
}
