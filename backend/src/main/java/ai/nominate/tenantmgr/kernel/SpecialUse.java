package ai.nominate.tenantmgr.kernel;

import java.util.Map;
import java.util.Optional;

/**
 * Names that IANA reserves for special use (RFC 6761 and its registry), and endings that are common in private
 * networks: public DNS does not resolve them, so visitors and certificate authorities do not find the tenant.
 */
final class SpecialUse {
    /** The name under which the manager itself asks its NGINX; no tenant may answer for it. */
    private static final String OWN_PROBE = "generation.invalid";

    private static final String TESTS = "is reserved for tests and documentation";
    private static final String PRIVATE = "exists in private networks only, so no public certificate is issued for it";
    private static final String RESERVED = "is reserved for special use and does not resolve";
    private static final Map<String, String> ENDINGS = Map.ofEntries(
            Map.entry("localhost", "leads to the visitor's own computer"),
            Map.entry("local", "is resolved by multicast in the local network only"),
            Map.entry("internal", PRIVATE),
            Map.entry("home.arpa", PRIVATE),
            Map.entry("lan", PRIVATE),
            Map.entry("home", PRIVATE),
            Map.entry("corp", PRIVATE),
            Map.entry("localdomain", PRIVATE),
            Map.entry("test", TESTS),
            Map.entry("example", TESTS),
            Map.entry("example.com", TESTS),
            Map.entry("example.net", TESTS),
            Map.entry("example.org", TESTS),
            Map.entry("invalid", RESERVED),
            Map.entry("onion", RESERVED),
            Map.entry("alt", RESERVED),
            Map.entry("arpa", RESERVED));

    private SpecialUse() {}

    /** @throws InvalidValue for the manager's own name */
    static void requirePossible(DomainName name) {
        if (name.value().equals(OWN_PROBE)) {
            throw new InvalidValue("is used by the manager itself");
        }
    }

    static Optional<String> warning(DomainName name) {
        String rest = name.value();
        while (true) {
            String meaning = ENDINGS.get(rest);
            if (meaning != null) {
                return Optional.of((rest.equals(name.value()) ? "" : "ends in " + rest + ", which ") + meaning);
            }
            int dot = rest.indexOf('.');
            if (dot < 0) {
                return Optional.empty();
            }
            rest = rest.substring(dot + 1);
        }
    }
}
