package ai.nominate.tenantmgr.nginx;

import ai.nominate.tenantmgr.kernel.PortNumber;
import ai.nominate.tenantmgr.kernel.ServiceName;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.mutiny.sqlclient.Row;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;

/** The site of a slot as a row. */
final class SiteRow {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    /** An earlier version had one column for each of two services, and routes to their names. */
    private static final int FRONTEND = 0;

    private static final int BACKEND = 1;

    private SiteRow() {}

    static String routes(Routes routes) {
        Map<String, String> targets = new TreeMap<>();
        routes.paths().forEach((path, target) -> targets.put(path, target.text()));
        try {
            return MAPPER.writeValueAsString(new Stored(null, targets, routes.theme()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** By position; null in the place of a position without a port. */
    static Integer[] ports(SlotSite site) {
        int count = site.ports().keySet().stream()
                .mapToInt(position -> position + 1)
                .max()
                .orElse(0);
        Integer[] ports = new Integer[count];
        site.ports().forEach((position, port) -> ports[position] = port.value());
        return ports;
    }

    static SlotSite read(Row row) {
        try {
            Stored stored = MAPPER.readValue(row.getString("routes"), Stored.class);
            TreeMap<String, SiteTarget> paths = new TreeMap<>();
            if (stored.targets() == null) {
                stored.paths().forEach((path, service) -> paths.put(path, earlier(service)));
            } else {
                stored.targets().forEach((path, target) -> paths.put(path, new SiteTarget(target)));
            }
            return new SlotSite(ports(row), row.getString("release_id"), new Routes(paths, stored.theme()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static SiteTarget earlier(String service) {
        ServiceName name = ServiceName.of(service);
        return SiteTarget.service(name.equals(ServiceName.BACKEND) ? BACKEND : FRONTEND, name, OptionalInt.empty());
    }

    private static Map<Integer, PortNumber> ports(Row row) {
        Map<Integer, PortNumber> ports = new TreeMap<>();
        Integer[] stored = row.getArrayOfIntegers("ports");
        if (stored == null) {
            put(ports, FRONTEND, row.getInteger("frontend_port"));
            put(ports, BACKEND, row.getInteger("backend_port"));
            return ports;
        }
        for (int position = 0; position < stored.length; position++) {
            put(ports, position, stored[position]);
        }
        return ports;
    }

    private static void put(Map<Integer, PortNumber> ports, int position, Integer port) {
        if (port != null) {
            ports.put(position, new PortNumber(port));
        }
    }

    /** @param paths to the names of services; null since there are targets */
    private record Stored(Map<String, String> paths, Map<String, String> targets, Map<String, String> theme) {}
}
