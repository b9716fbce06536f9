package ai.nominate.tenantmgr.nginx;

import ai.nominate.tenantmgr.kernel.PortNumber;
import ai.nominate.tenantmgr.kernel.ServiceName;


import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.mutiny.sqlclient.Row;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/** The site of a slot as a row. */
final class SiteRow {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private SiteRow() {}

    static String routes(Routes routes) {
        Map<String, String> paths = new TreeMap<>();
        routes.paths().forEach((path, service) -> paths.put(path, service.id()));
        try {
            return MAPPER.writeValueAsString(new Stored(paths, routes.theme()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    static SlotSite read(Row row) {
        Map<ServiceName, PortNumber> ports = new EnumMap<>(ServiceName.class);
        put(ports, ServiceName.BACKEND, row.getInteger("backend_port"));
        put(ports, ServiceName.FRONTEND, row.getInteger("frontend_port"));
        try {
            Stored stored = MAPPER.readValue(row.getString("routes"), Stored.class);
            TreeMap<String, ServiceName> paths = new TreeMap<>();
            stored.paths().forEach((path, service) -> paths.put(path, ServiceName.of(service)));
            return new SlotSite(ports, row.getString("release_id"), new Routes(paths, stored.theme()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void put(Map<ServiceName, PortNumber> ports, ServiceName service, Integer port) {
        if (port != null) {
            ports.put(service, new PortNumber(port));
        }
    }

    private record Stored(Map<String, String> paths, Map<String, String> theme) {}
}
