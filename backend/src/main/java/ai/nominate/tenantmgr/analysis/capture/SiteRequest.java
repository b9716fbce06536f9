package ai.nominate.tenantmgr.analysis.capture;

import ai.nominate.tenantmgr.kernel.TenantSlug;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Map;
import java.util.Set;

/**
 * A tenant's own page, to be photographed in a style sheet that is not published.
 *
 * @param address of the page, as visitors use it
 * @param hosts of the tenant, in lower case: they lead to this server's NGINX; name servers are not asked
 * @param doors where NGINX listens, by the ports in addresses
 * @param path at which the page asks for the style sheet
 * @param css the style sheet
 */
public record SiteRequest(
        TenantSlug tenant,
        URI address,
        Set<String> hosts,
        Map<Integer, InetSocketAddress> doors,
        String path,
        String css) {
    public SiteRequest {
        hosts = Set.copyOf(hosts);
        doors = Map.copyOf(doors);
    }

    /** The tenant's hosts alone lead to NGINX; other ones have to pass. */
    WayOut way(WayOut others) {
        return (host, port) ->
                hosts.contains(host) && doors.containsKey(port) ? doors.get(port) : others.reach(host, port);
    }
}
