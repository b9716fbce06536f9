package ai.nominate.tenantmgr.nginx;

import ai.nominate.tenantmgr.kernel.DomainName;
import ai.nominate.tenantmgr.kernel.InvalidValue;
import ai.nominate.tenantmgr.kernel.Slot;
import ai.nominate.tenantmgr.kernel.TenantSlug;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A tenant on the network: under which names, with which certificate, and what lies behind them. Which slot is live is not
 * said here but by {@link LiveMarkers}, so that a switch needs no reload.
 *
 * @param hosts every name it answers to, at least one
 * @param moved those of them that only lead to another one, and to which
 * @param certificate a directory under {@code certificates}, with fullchain.pem and key.pem; null while there is none
 * @param slots none, one or both; a slot that is live without being here answers 503
 */
public record Site(
        TenantSlug slug,
        List<DomainName> hosts,
        Map<DomainName, DomainName> moved,
        String certificate,
        Map<Slot, SlotSite> slots) {
    private static final Pattern CERTIFICATE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9-]{0,63}");

    /** What NGINX looks for when a name has no certificate: never there, so the handshake fails. */
    static final String NO_CERTIFICATE = "none";

    Site(TenantSlug slug, List<DomainName> hosts, String certificate, Map<Slot, SlotSite> slots) {
        this(slug, hosts, Map.of(), certificate, slots);
    }

    /** @throws InvalidValue when there is no host, a host is named twice, or the certificate's id has another shape */
    public Site {
        hosts = List.copyOf(hosts);
        moved = Map.copyOf(moved);
        slots = Map.copyOf(slots);
        if (hosts.isEmpty() || new HashSet<>(hosts).size() < hosts.size()) {
            throw new InvalidValue("a site needs at least one host, each named once");
        }
        if (!hosts.containsAll(moved.keySet())
                || !hosts.containsAll(moved.values())
                || moved.values().stream().anyMatch(moved::containsKey)) {
            throw new InvalidValue("a host that has moved leads to one of the site's that has not");
        }
        if (certificate != null
                && (!CERTIFICATE.matcher(certificate).matches() || certificate.equals(NO_CERTIFICATE))) {
            throw new InvalidValue("a certificate's id has 1 to 64 letters, digits and hyphens");
        }
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
