package ai.nominate.tenantmgr.analysis.extract;

import ai.nominate.tenantmgr.analysis.evidence.FontUse;
import ai.nominate.tenantmgr.analysis.evidence.Hex;
import ai.nominate.tenantmgr.analysis.evidence.Logo;
import ai.nominate.tenantmgr.analysis.evidence.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** From evidence to an answer, by fixed rules. Takes at most 300 ms and needs no network. */
public final class Extractor {
    private Extractor() {}

    /** The same snapshot gives an equal answer. The order of its evidence does not matter. */
    public static Answer answer(Snapshot snapshot) {
        Optional<Logo> logo = LogoChoice.of(snapshot.logos());
        List<Cluster> clusters = Clusters.of(snapshot, logo);
        Optional<Cluster> background = holding(clusters, snapshot.light().background());
        Ranking ranking = Ranking.of(clusters, background.orElse(null));
        List<Swatch> swatches = Swatches.of(
                ranking, snapshot.light().background(), snapshot.light().foreground());
        Roles roles = new Roles(swatches, ranking);
        SortedMap<Role, Choice> choices = new TreeMap<>(roles.brand());
        roles.page(Role.BACKGROUND, snapshot.light().background())
                .ifPresent(choice -> choices.put(Role.BACKGROUND, choice));
        roles.page(Role.FOREGROUND, snapshot.light().foreground())
                .ifPresent(choice -> choices.put(Role.FOREGROUND, choice));
        String family = NeutralFamily.of(clusters).word();
        List<String> notes = new ArrayList<>();
        if (!choices.containsKey(Role.PRIMARY)) {
            notes.add("The page has no clear brand colour.");
        }
        return new Answer(
                swatches,
                choices,
                family,
                logo.map(LogoChoice::choice).orElse(null),
                Fonts.of(snapshot.fonts(), FontUse.Role.HEADING).orElse(null),
                Fonts.of(snapshot.fonts(), FontUse.Role.BODY).orElse(null),
                Corners.of(snapshot.corners()),
                new Suggestions(swatches, choices, family, snapshot.ownDark().isPresent()).list(),
                notes);
    }

    private static Optional<Cluster> holding(List<Cluster> clusters, Hex hex) {
        return clusters.stream()
                .filter(cluster -> cluster.members().contains(hex))
                .findFirst();
    }
}
