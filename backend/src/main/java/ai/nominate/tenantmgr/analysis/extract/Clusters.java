package ai.nominate.tenantmgr.analysis.extract;

import ai.nominate.tenantmgr.analysis.evidence.Declared;
import ai.nominate.tenantmgr.analysis.evidence.Hex;
import ai.nominate.tenantmgr.analysis.evidence.Kind;
import ai.nominate.tenantmgr.analysis.evidence.Logo;
import ai.nominate.tenantmgr.analysis.evidence.Paint;
import ai.nominate.tenantmgr.analysis.evidence.Snapshot;
import ai.nominate.tenantmgr.theme.colour.CieLab;
import ai.nominate.tenantmgr.theme.colour.ColourDifference;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Puts together the colours of a page that nobody can tell apart, by complete linkage. Colours are never averaged. */
final class Clusters {
    /** ΔE2000 of a just noticeable difference. */
    private static final double NOTICEABLE = 2.3;

    private static final int MOST_COLOURS = 160;

    private Clusters() {}

    /** @param logo the chosen one, whose colours are evidence too */
    static List<Cluster> of(Snapshot snapshot, Optional<Logo> logo) {
        Map<Hex, List<Paint>> paints = snapshot.light().paints().stream()
                .collect(Collectors.groupingBy(Paint::colour, TreeMap::new, Collectors.toList()));
        Map<Hex, TreeSet<String>> declared = new TreeMap<>();
        for (Declared each : snapshot.declared()) {
            declared.computeIfAbsent(each.colour(), colour -> new TreeSet<>()).add(each.source());
        }
        Set<Hex> logoColours = new TreeSet<>(logo.map(Logo::colours).orElse(List.of()));
        List<Hex> colours = Stream.of(paints.keySet(), declared.keySet(), logoColours)
                .flatMap(Set::stream)
                .distinct()
                .sorted(Comparator.comparing((Hex hex) -> weight(paints.get(hex)))
                        .reversed()
                        .thenComparing(Comparator.naturalOrder()))
                .limit(MOST_COLOURS)
                .toList();
        double screen = Math.max(1, snapshot.viewport().area());
        return group(colours).stream()
                .map(group -> cluster(group, paints, declared, logoColours, screen))
                .toList();
    }

    private static List<List<Hex>> group(List<Hex> colours) {
        List<List<Hex>> groups = new ArrayList<>();
        Map<Hex, CieLab> labs = new TreeMap<>();
        colours.forEach(hex -> labs.put(hex, Cluster.lab(hex)));
        for (Hex hex : colours) {
            groups.stream()
                    .filter(group -> group.stream()
                            .allMatch(other -> ColourDifference.between(labs.get(hex), labs.get(other)) < NOTICEABLE))
                    .findFirst()
                    .orElseGet(() -> {
                        List<Hex> group = new ArrayList<>();
                        groups.add(group);
                        return group;
                    })
                    .add(hex);
        }
        return groups;
    }

    private static Cluster cluster(
            List<Hex> group,
            Map<Hex, List<Paint>> paints,
            Map<Hex, TreeSet<String>> declared,
            Set<Hex> logoColours,
            double screen) {
        Map<Kind, List<Paint>> byKind = group.stream()
                .flatMap(hex -> paints.getOrDefault(hex, List.of()).stream())
                .collect(Collectors.groupingBy(Paint::kind, () -> new EnumMap<>(Kind.class), Collectors.toList()));
        Map<Kind, Place> places = new EnumMap<>(Kind.class);
        byKind.forEach((kind, list) -> places.put(kind, Place.of(list, screen)));
        TreeSet<String> sources = new TreeSet<>();
        group.forEach(hex -> sources.addAll(declared.getOrDefault(hex, new TreeSet<>())));
        List<Hex> members = new ArrayList<>(group);
        members.sort(Comparator.comparing((Hex hex) -> paints.containsKey(hex) ? 0 : 1)
                .thenComparing(hex -> Tokens.strength(declared.getOrDefault(hex, new TreeSet<>()), hex) > 0 ? 0 : 1)
                .thenComparing(group::indexOf));
        Hex first = members.getFirst();
        return new Cluster(
                List.copyOf(members),
                places,
                List.copyOf(sources),
                group.stream().anyMatch(logoColours::contains),
                Cluster.oklch(first),
                Cluster.lab(first));
    }

    private static double weight(List<Paint> paints) {
        return paints == null
                ? 0
                : paints.stream()
                        .sorted(Comparator.comparing(Paint::kind))
                        .mapToDouble(paint -> paint.count() + Math.sqrt(paint.area()))
                        .sum();
    }
}
