package ai.nominate.tenantmgr.manifest;

import ai.nominate.tenantmgr.kernel.InvalidValue;
import ai.nominate.tenantmgr.kernel.ServiceName;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * The manifest of a core application. Holds only values that the reader accepts, so code that generates NGINX maps,
 * launch files and databases from it need not validate again.
 *
 * @param build argv lists, run in this order once per release; empty if there is no build
 * @param services at most eight, in the order of the file; none if all routes are static
 * @param routes path to its target: {@code /api/} stands for all paths below it, {@code /api} for itself; the longest wins
 * @param storage names of directories that outlive a release
 * @param writable directories of the release, relative to it, in which the application writes; emptied with each release
 * @param commands one-off commands, by name
 */
public record Manifest(
        String apiVersion,
        String name,
        List<List<String>> build,
        Map<ServiceName, ServiceSpec> services,
        NavigableMap<String, RouteTarget> routes,
        Optional<DatabaseSpec> database,
        EnvSpec env,
        List<String> storage,
        List<String> writable,
        Map<String, List<String>> commands,
        List<CronSpec> cron,
        ThemeSpec theme,
        Optional<RemoteSpec> remote) {

    /** @throws InvalidValue if a part is invalid */
    public Manifest {
        TextRule.VERSION.require(apiVersion);
        TextRule.NAME.require(name);
        build = build.stream().map(TextRule::requireArgv).toList();
        services = Collections.unmodifiableMap(new LinkedHashMap<>(services));
        routes = Collections.unmodifiableNavigableMap(new TreeMap<>(routes));
        if (routes.isEmpty()) {
            throw new InvalidValue("must have a route");
        }
        if (services.size() > ServicePorts.MOST) {
            throw new InvalidValue(TextRule.TOO_MANY_SERVICES);
        }
        RouteRules.requireRoutes(routes.keySet());
        for (RouteTarget target : routes.values()) {
            if (target instanceof RouteTarget.ToService to && !services.containsKey(to.service())) {
                throw new InvalidValue(TextRule.UNKNOWN_SERVICE);
            }
        }
        storage = List.copyOf(storage);
        storage.forEach(TextRule.STORAGE::require);
        writable = List.copyOf(writable);
        writable.forEach(TextRule.DIRECTORY::require);
        commands = Collections.unmodifiableMap(new TreeMap<>(commands));
        commands.forEach((command, argv) -> {
            TextRule.ACTION.require(command);
            TextRule.requireArgv(argv);
        });
        cron = List.copyOf(cron);
    }

    /**
     * The position of a service's port: 0 and 1 in the tenant's block, from 2 on in further pairs. Empty for a worker, which has
     * no port.
     */
    public OptionalInt position(ServiceName service) {
        return ServicePorts.of(this).position(service);
    }

    /** A service without route and health check: it is healthy while it runs. */
    public boolean isWorker(ServiceName service) {
        return position(service).isEmpty();
    }

    /** The manifest as JSON in the structure of the file, for a database column. */
    public String toJson() {
        return ManifestToJson.write(this);
    }

    /** @throws InvalidValue if the text is not output of {@link #toJson()} */
    public static Manifest fromJson(String json) {
        return ManifestFromJson.read(json);
    }
}
