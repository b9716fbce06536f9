package ai.nominate.tenantmgr.nginx;

import ai.nominate.tenantmgr.kernel.InvalidValue;
import ai.nominate.tenantmgr.kernel.PortNumber;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A slot of a tenant for NGINX. Routes belong to the slot, because two releases may differ.
 *
 * @param ports the ports of the services on 127.0.0.1, by position from 0 to 7
 * @param release release id, reported to the manager's probes; 1 to 64 lower-case letters, digits and hyphens
 */
public record SlotSite(Map<Integer, PortNumber> ports, String release, Routes routes) {
    private static final Pattern RELEASE = Pattern.compile("[a-z0-9-]{1,64}");
    private static final int MOST = 8;

    /** @throws InvalidValue if the release id is invalid, or a route leads to a service without a port */
    public SlotSite {
        ports = Map.copyOf(ports);
        if (!RELEASE.matcher(release).matches()) {
            throw new InvalidValue("a release id has 1 to 64 lower-case letters, digits and hyphens");
        }
        if (ports.keySet().stream().anyMatch(position -> position < 0 || position >= MOST)) {
            throw new InvalidValue("a slot has at most " + MOST + " ports");
        }
        for (SiteTarget target : routes.paths().values()) {
            if (target.position().isPresent()
                    && !ports.containsKey(target.position().getAsInt())) {
                throw new InvalidValue("a route leads to a service without a port");
            }
        }
    }

    /** The slot's part of a line in slots.map: its ports by position, its release, its routes. */
    String entry() {
        return portList() + "," + release + "," + routes.id();
    }

    /** Separated by colons; nothing in the place of a position without a port. */
    private String portList() {
        return IntStream.rangeClosed(
                        0, ports.keySet().stream().max(Integer::compare).orElse(-1))
                .mapToObj(position -> Optional.ofNullable(ports.get(position))
                        .map(PortNumber::toString)
                        .orElse(""))
                .collect(Collectors.joining(":"));
    }
}
