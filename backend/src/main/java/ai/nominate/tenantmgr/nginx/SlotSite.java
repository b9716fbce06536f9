package ai.nominate.tenantmgr.nginx;

import ai.nominate.tenantmgr.kernel.InvalidValue;
import ai.nominate.tenantmgr.kernel.PortNumber;
import ai.nominate.tenantmgr.kernel.ServiceName;


import java.util.Map;
import java.util.regex.Pattern;

/**
 * A slot of a tenant for NGINX. Routes belong to the slot, because two releases may differ.
 *
 * @param ports port of each service on 127.0.0.1
 * @param release release id, reported to the manager's probes; 1 to 64 lower-case letters, digits and hyphens
 */
public record SlotSite(Map<ServiceName, PortNumber> ports, String release, Routes routes) {
    private static final Pattern RELEASE = Pattern.compile("[a-z0-9-]{1,64}");

    /** @throws InvalidValue if the release id is invalid, or a route leads to a service without a port */
    public SlotSite {
        ports = Map.copyOf(ports);
        if (!RELEASE.matcher(release).matches()) {
            throw new InvalidValue("a release id has 1 to 64 lower-case letters, digits and hyphens");
        }
        if (!ports.keySet().containsAll(routes.paths().values())) {
            throw new InvalidValue("a route leads to a service without a port");
        }
    }

    /** The slot's part of a line in slots.map: backend port, frontend port, release, routes. */
    String entry() {
        return port(ServiceName.BACKEND) + "," + port(ServiceName.FRONTEND) + "," + release + "," + routes.id();
    }

    private String port(ServiceName service) {
        PortNumber port = ports.get(service);
        return port == null ? "" : port.toString();
    }
}
