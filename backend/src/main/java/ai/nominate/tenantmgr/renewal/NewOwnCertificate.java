package ai.nominate.tenantmgr.renewal;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A certificate that its owner brings. */
@Schema(name = "OwnCertificate")
record NewOwnCertificate(
        @Schema(
                description = "Certificates in PEM format: the site's own first, then each one's issuer",
                required = true,
                maxLength = 100000)
        String chain,

        @Schema(
                description = "The private key in PEM format, RSA or EC, without a passphrase; never returned",
                required = true,
                maxLength = 100000)
        String key) {
    /** Never the key. */
    @Override
    public String toString() {
        return "NewOwnCertificate[]";
    }
}
