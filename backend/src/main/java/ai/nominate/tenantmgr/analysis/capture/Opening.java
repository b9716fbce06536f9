package ai.nominate.tenantmgr.analysis.capture;

import ai.nominate.tenantmgr.kernel.TenantSlug;
import java.net.URI;
import java.util.List;
import java.util.Map;

/**
 * A page to open once in the capture program.
 *
 * @param tenant for which it is opened; marks the processes
 * @param way what it may reach
 * @param words further arguments of the program
 * @param files in its directory before it starts, by their names
 */
record Opening(TenantSlug tenant, URI address, WayOut way, List<String> words, Map<String, byte[]> files) {
    /** An IPv6 address without brackets. */
    String host() {
        return address.getHost().replaceAll("[\\[\\]]", "");
    }

    int port() {
        return address.getPort() >= 0 ? address.getPort() : address.getScheme().equals("https") ? 443 : 80;
    }
}
