package ai.nominate.tenantmgr.manifest;

import ai.nominate.tenantmgr.kernel.InvalidValue;
import ai.nominate.tenantmgr.kernel.ServiceName;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The manifest of a core application. Holds only values that the reader accepts, so code that generates NGINX maps,
 * launch files and databases from it need not validate again.
 *
 * @param build argv lists, run in this order once per release; empty if there is no build
 * @param services one or two
 * @param routes path prefix, such as {@code /api/}, to service; the longest prefix wins
 * @param storage names of directories that outlive a release
 */
public record Manifest(
        String apiVersion,
        String name,
        List<List<String>> build,
        Map<ServiceName, ServiceSpec> services,
        NavigableMap<String, ServiceName> routes,
        Optional<DatabaseSpec> database,
        EnvSpec env,
        List<String> storage,
        ThemeSpec theme,
        Optional<RemoteSpec> remote) {

    /** @throws InvalidValue if a part is invalid */
    public Manifest {
        TextRule.VERSION.require(apiVersion);
        TextRule.NAME.require(name);
        build = build.stream().map(TextRule::requireArgv).toList();
        if (services.isEmpty() || routes.isEmpty()) {
            throw new InvalidValue("must have a service and a route");
        }
        services = Collections.unmodifiableMap(new EnumMap<>(services));
        routes = Collections.unmodifiableNavigableMap(new TreeMap<>(routes));
        routes.keySet().forEach(TextRule.ROUTE::require);
        if (!services.keySet().containsAll(routes.values())) {
            throw new InvalidValue(TextRule.UNKNOWN_SERVICE);
        }
        storage = List.copyOf(storage);
        storage.forEach(TextRule.STORAGE::require);
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
