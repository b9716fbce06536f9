package ai.nominate.tenantmgr.certificate;

import ai.nominate.tenantmgr.certificate.acme.AcmeAuthority;
import ai.nominate.tenantmgr.certificate.dns.OwnAddresses;
import ai.nominate.tenantmgr.kernel.PublicAddress;
import ai.nominate.tenantmgr.settings.Settings;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Optional;
import java.util.Set;

/** Who issues certificates now, as the settings and the machine say. */
@ApplicationScoped
class Authorities {
    private static final URI LETS_ENCRYPT = URI.create("https://acme-v02.api.letsencrypt.org/directory");

    private final Settings settings;
    private final PublicAddress address;

    Authorities(Settings settings, PublicAddress address) {
        this.settings = settings;
        this.address = address;
    }

    /**
     * @param acme empty if only the internal authority issues
     * @param why why that is so; empty if it was configured, or found out, to be so
     * @param addresses of this server
     */
    record Present(Optional<AcmeAuthority> acme, Optional<String> why, Set<String> addresses) {}

    Uni<Present> present() {
        return Uni.combine()
                .all()
                .unis(
                        settings.get(CertificateSettings.AUTHORITY),
                        settings.get(CertificateSettings.TERMS_AGREED),
                        settings.get(CertificateSettings.STAGING),
                        settings.get(CertificateSettings.CONTACT),
                        settings.get(CertificateSettings.ADDRESSES))
                .usingConcurrencyOf(1)
                .asTuple()
                .map(set -> of(
                        directory(set.getItem1(), address.redirectsToHttps()),
                        set.getItem2(),
                        set.getItem3(),
                        set.getItem4(),
                        set.getItem5()));
    }

    /** A laptop has no name that an authority could reach. */
    static Optional<URI> directory(String given, boolean isServer) {
        return switch (given) {
            case CertificateSettings.INTERNAL -> Optional.empty();
            case CertificateSettings.AUTO -> isServer ? Optional.of(LETS_ENCRYPT) : Optional.empty();
            default -> Optional.of(URI.create(given));
        };
    }

    private static Present of(
            Optional<URI> directory,
            boolean agreed,
            Optional<URI> staging,
            Optional<String> contact,
            Set<String> addresses) {
        Set<String> own = addresses.isEmpty() ? OwnAddresses.ofMachine() : addresses;
        if (directory.isPresent() && !agreed) {
            String name = AcmeAuthority.name(directory.get());
            return new Present(
                    Optional.empty(),
                    Optional.of("The terms of service of " + name
                            + " were not agreed to yet: setting certificate.termsAgreed"),
                    own);
        }
        return new Present(directory.map(url -> new AcmeAuthority(url, staging, contact)), Optional.empty(), own);
    }
}
