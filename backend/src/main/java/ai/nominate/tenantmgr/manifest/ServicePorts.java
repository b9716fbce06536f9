package ai.nominate.tenantmgr.manifest;

import ai.nominate.tenantmgr.kernel.ServiceName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The positions of the services that have a port: those with a route or a health check. {@code frontend} has position 0 and
 * {@code backend} position 1, as in the tenant's block; the others take the free positions in the order of the file.
 */
public record ServicePorts(Map<ServiceName, Integer> positions) {
    /** Services of one application. */
    public static final int MOST = 8;

    /** Positions in the tenant's own block; a further one needs a pair of ports. */
    public static final int IN_BLOCK = 2;

    public ServicePorts {
        positions = Collections.unmodifiableMap(new LinkedHashMap<>(positions));
    }

    public static ServicePorts of(Manifest manifest) {
        Set<ServiceName> routed = manifest.routes().values().stream()
                .filter(RouteTarget.ToService.class::isInstance)
                .map(target -> ((RouteTarget.ToService) target).service())
                .collect(Collectors.toSet());
        List<ServiceName> names = new ArrayList<>();
        manifest.services().forEach((name, spec) -> {
            if (routed.contains(name) || spec.health().isPresent()) {
                names.add(name);
            }
        });
        Map<ServiceName, Integer> positions = new LinkedHashMap<>();
        put(positions, names, ServiceName.FRONTEND, 0);
        put(positions, names, ServiceName.BACKEND, 1);
        int next = 0;
        for (ServiceName name : names) {
            while (positions.containsValue(next)) {
                next++;
            }
            positions.putIfAbsent(name, next);
        }
        return new ServicePorts(positions);
    }

    private static void put(Map<ServiceName, Integer> positions, List<ServiceName> names, ServiceName name, int at) {
        if (names.contains(name)) {
            positions.put(name, at);
        }
    }

    public OptionalInt position(ServiceName service) {
        Integer position = positions.get(service);
        return position == null ? OptionalInt.empty() : OptionalInt.of(position);
    }

    /** The services beyond the tenant's block, by position. */
    public List<ServiceName> beyondBlock() {
        return positions.entrySet().stream()
                .filter(each -> each.getValue() >= IN_BLOCK)
                .sorted(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .toList();
    }
}
