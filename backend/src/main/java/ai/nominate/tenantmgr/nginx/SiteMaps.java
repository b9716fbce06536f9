package ai.nominate.tenantmgr.nginx;

import ai.nominate.tenantmgr.kernel.DomainName;
import ai.nominate.tenantmgr.kernel.TenantSlug;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** The map entries of one generation, for building and comparison. */
final class SiteMaps {
    private final Map<MapFile, SortedMap<String, String>> entries = new EnumMap<>(MapFile.class);

    SiteMaps() {
        for (MapFile map : MapFile.values()) {
            entries.put(map, new TreeMap<>());
        }
    }

    /** @param files returns a map's text by file name */
    static SiteMaps parse(Function<String, String> files) {
        SiteMaps maps = new SiteMaps();
        for (MapFile map : MapFile.values()) {
            maps.entries.put(map, map.parse(files.apply(map.fileName())));
        }
        return maps;
    }

    void add(Site site) {
        for (DomainName host : site.hosts()) {
            entries.get(MapFile.HOSTS).put(host.value(), site.slug().value());
            site.certificateOf(host)
                    .ifPresent(id -> entries.get(MapFile.CERTIFICATES).put(host.value(), id));
        }
        site.moved().forEach((from, to) -> entries.get(MapFile.MOVED).put(from.value(), to.value()));
        entries.get(MapFile.SLOTS).put("@" + site.slug(), site.entry());
        site.slots().values().forEach(slot -> add(slot.routes()));
    }

    private void add(Routes routes) {
        routes.paths()
                .forEach((path, target) ->
                        entries.get(MapFile.ofRoute(path)).put(routeKey(routes.id(), path), target.text()));
        routes.theme().forEach((path, file) -> entries.get(MapFile.THEME).put(routes.id() + path, file));
    }

    private static String routeKey(String id, String path) {
        return path.equals("/") ? id : id + path;
    }

    /**
     * Copies the entries of a tenant from an earlier generation, except for hosts that now belong to another tenant.
     */
    void keep(TenantSlug slug, SiteMaps earlier) {
        String line = earlier.entries.get(MapFile.SLOTS).get("@" + slug);
        if (line == null) {
            return;
        }
        entries.get(MapFile.SLOTS).put("@" + slug, line);
        for (String host : earlier.hostsOf(slug)) {
            if (entries.get(MapFile.HOSTS).putIfAbsent(host, slug.value()) == null) {
                for (MapFile map : List.of(MapFile.CERTIFICATES, MapFile.MOVED)) {
                    Optional.ofNullable(earlier.entries.get(map).get(host))
                            .ifPresent(value -> entries.get(map).put(host, value));
                }
            }
        }
        for (String slot : line.split("\\|")) {
            keepRoutes(slot.substring(slot.lastIndexOf(',') + 1), earlier);
        }
    }

    private void keepRoutes(String id, SiteMaps earlier) {
        for (MapFile map : MapFile.OF_ROUTES) {
            earlier.entries.get(map).forEach((key, value) -> {
                if (!id.isEmpty() && (key.equals(id) || key.startsWith(id + "/"))) {
                    entries.get(map).put(key, value);
                }
            });
        }
    }

    private List<String> hostsOf(TenantSlug slug) {
        List<String> hosts = new ArrayList<>();
        entries.get(MapFile.HOSTS).forEach((host, owner) -> {
            if (owner.equals(slug.value())) {
                hosts.add(host);
            }
        });
        return hosts;
    }

    /** The slug of the tenant that owns a host. */
    Optional<String> owner(DomainName host) {
        return Optional.ofNullable(entries.get(MapFile.HOSTS).get(host.value()));
    }

    /** A tenant's line in slots.map, without its key. */
    Optional<String> entry(TenantSlug slug) {
        return Optional.ofNullable(entries.get(MapFile.SLOTS).get("@" + slug));
    }

    /**
     * Entries that differ or are missing in the other maps, for users: {@code hosts.map has nothing for shop.example}.
     */
    List<String> missingFrom(SiteMaps other) {
        List<String> missing = new ArrayList<>();
        entries.forEach((map, lines) -> lines.forEach((key, value) -> {
            String there = other.entries.get(map).get(key);
            if (!value.equals(there)) {
                missing.add(map.fileName() + " has " + (there == null ? "nothing" : "another entry") + " for " + key);
            }
        }));
        return missing;
    }

    /** Entries without a counterpart in the other maps, for users. */
    List<String> unknownTo(SiteMaps other) {
        List<String> unknown = new ArrayList<>();
        entries.forEach((map, lines) -> lines.keySet().stream()
                .filter(key -> !other.entries.get(map).containsKey(key))
                .forEach(key -> unknown.add(map.fileName() + " has an entry for " + key + ", which matches no row")));
        return unknown;
    }

    /** The maps as texts, by file name. */
    SortedMap<String, String> render() {
        SortedMap<String, String> files = new TreeMap<>();
        entries.forEach(
                (map, lines) -> files.put(map.fileName(), map.render(Collections.unmodifiableSortedMap(lines))));
        return files;
    }
}
