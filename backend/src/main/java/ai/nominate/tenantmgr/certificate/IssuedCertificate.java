package ai.nominate.tenantmgr.certificate;

import ai.nominate.tenantmgr.kernel.DomainName;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * A certificate with its key, in a directory of its own.
 *
 * @param id name of the directory, never reused
 * @param issuer common name of the issuer
 * @param serialHex lower-case hexadecimal, as shown by TLS clients
 * @param names the hosts it is valid for
 * @param wildcards the names that stand for every host of a domain, such as {@code *.example.com}
 */
public record IssuedCertificate(
        String id,
        String issuer,
        String serialHex,
        Instant notBefore,
        Instant notAfter,
        List<DomainName> names,
        List<String> wildcards) {
    private static final String ANY = "*.";

    public IssuedCertificate {
        names = List.copyOf(names);
        wildcards = List.copyOf(wildcards);
    }

    /** Whether visitors of this host accept it while it is valid. A wildcard stands for one label. */
    public boolean isFor(DomainName host) {
        return names.contains(host) || wildcards.contains(wildcardOf(host));
    }

    /** The wildcard that covers a host: {@code *.example.com} for {@code shop.example.com}. */
    public static String wildcardOf(DomainName host) {
        return ANY + host.value().substring(host.value().indexOf('.') + 1);
    }

    /** Names as in the certificate, wildcards last. */
    public List<String> subjects() {
        return Stream.concat(names.stream().map(DomainName::value), wildcards.stream())
                .toList();
    }

    static boolean isWildcard(String name) {
        return name.startsWith(ANY) && name.indexOf('*', 1) < 0 && name.indexOf('.', 2) > 0;
    }

    /** Whether it is valid now for all of these hosts. */
    public boolean covers(Collection<DomainName> hosts, Instant at) {
        return hosts.stream().allMatch(this::isFor) && !at.isBefore(notBefore) && at.isBefore(notAfter);
    }
}
