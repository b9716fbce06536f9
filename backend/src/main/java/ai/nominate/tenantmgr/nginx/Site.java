package ai.nominate.tenantmgr.nginx;

import ai.nominate.tenantmgr.kernel.DomainName;
import ai.nominate.tenantmgr.kernel.InvalidValue;
import ai.nominate.tenantmgr.kernel.Slot;
import ai.nominate.tenantmgr.kernel.TenantSlug;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A tenant in NGINX: host names, certificate and slots. The live slot is selected by {@link LiveMarkers}, so that a
 * switch needs no reload.
 *
 * @param hosts all host names, at least one
 * @param moved the host names that redirect, with their targets
 * @param certificate a directory under {@code certificates}, with fullchain.pem and key.pem; null if there is none
 * @param fallbacks the hosts that have another certificate, with its directory
 * @param slots none, one or both; a live slot that is missing here answers 503
 */
public record Site(
        TenantSlug slug,
        List<DomainName> hosts,
        Map<DomainName, DomainName> moved,
        String certificate,
        Map<DomainName, String> fallbacks,
        Map<Slot, SlotSite> slots) {
    private static final Pattern CERTIFICATE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9-]{0,63}");

    /** The certificate name of hosts without one: does not exist, so the handshake fails. */
    static final String NO_CERTIFICATE = "none";

    Site(TenantSlug slug, List<DomainName> hosts, String certificate, Map<Slot, SlotSite> slots) {
        this(slug, hosts, Map.of(), certificate, Map.of(), slots);
    }

    Site(
            TenantSlug slug,
            List<DomainName> hosts,
            Map<DomainName, DomainName> moved,
            String certificate,
            Map<Slot, SlotSite> slots) {
        this(slug, hosts, moved, certificate, Map.of(), slots);
    }

    /** @throws InvalidValue if there is no host, a host is listed twice, or the certificate's id is invalid */
    public Site {
        hosts = List.copyOf(hosts);
        moved = Map.copyOf(moved);
        fallbacks = Map.copyOf(fallbacks);
        slots = Map.copyOf(slots);
        if (hosts.isEmpty() || new HashSet<>(hosts).size() < hosts.size()) {
            throw new InvalidValue("a site needs at least one host, each listed once");
        }
        if (!hosts.containsAll(moved.keySet())
                || !hosts.containsAll(moved.values())
                || moved.values().stream().anyMatch(moved::containsKey)) {
            throw new InvalidValue("a redirect must lead to a host of the site that is not a redirect");
        }
        if (certificate != null) {
            requireId(certificate);
        }
        fallbacks.values().forEach(Site::requireId);
    }

    private static void requireId(String certificate) {
        if (!CERTIFICATE.matcher(certificate).matches() || certificate.equals(NO_CERTIFICATE)) {
            throw new InvalidValue("a certificate id has 1 to 64 letters, digits and hyphens");
        }
    }

    /** The certificate of a host; empty if there is none. */
    Optional<String> certificateOf(DomainName host) {
        return Optional.ofNullable(fallbacks.getOrDefault(host, certificate));
    }

    /** The tenant's line in slots.map: slot a, a bar, slot b. */
    String entry() {
        return entry(Slot.A) + "|" + entry(Slot.B);
    }

    private String entry(Slot slot) {
        SlotSite site = slots.get(slot);
        return site == null ? "" : site.entry();
    }
}
