package ai.nominate.tenantmgr.kernel;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/**
 * How visitors reach the tenants of one server. The one place that knows what differs between a laptop and a server here.
 *
 * @param scheme of the addresses that people are given
 * @param http the port for plain HTTP
 * @param https the port for TLS
 */
public record PublicAddress(Scheme scheme, PortNumber http, PortNumber https) {
    private static final String LOCAL_SUFFIX = ".localhost";

    /** Plain HTTP means a laptop: no browser trusts its certificates, and names that lead to loopback need no DNS. */
    public enum Scheme {
        HTTP,
        HTTPS;

        /** The scheme's name in addresses and rows. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Scheme of(String id) {
            return valueOf(id.toUpperCase(Locale.ROOT));
        }
    }

    /** A name by which this machine itself reaches the tenant without DNS; none on a server. */
    public Optional<DomainName> local(TenantSlug slug) {
        return switch (scheme) {
            case HTTP -> Optional.of(new DomainName(slug + LOCAL_SUFFIX));
            case HTTPS -> Optional.empty();
        };
    }

    /** Whether plain HTTP leads to HTTPS, for names that have a certificate. */
    public boolean redirectsToHttps() {
        return scheme == Scheme.HTTPS;
    }

    /**
     * Where people find a site.
     *
     * @param local the site's name that needs no DNS, if it has one; preferred to a domain that does
     */
    public URI url(DomainName domain, Optional<DomainName> local) {
        return switch (scheme) {
            case HTTP -> {
                DomainName name = domain.value().endsWith(LOCAL_SUFFIX) ? domain : local.orElse(domain);
                yield URI.create("http://" + name + suffix(http, 80));
            }
            case HTTPS -> URI.create("https://" + domain + httpsSuffix());
        };
    }

    /** What follows a host name in an address over TLS: {@code :8443}, and nothing for the usual port. */
    public String httpsSuffix() {
        return suffix(https, 443);
    }

    private static String suffix(PortNumber port, int usual) {
        return port.value() == usual ? "" : ":" + port;
    }
}
