package ai.nominate.tenantmgr.remote;

import ai.nominate.tenantmgr.manifest.RemoteAction;
import ai.nominate.tenantmgr.manifest.RemoteSpec;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a tenant's application offers its operator, by the manifest of its live release, and its last good answers. */
@Schema(name = "Remote")
record RemoteView(
        @Schema(description = "Whether the tenant has a live release", required = true)
        boolean deployed,

        @Schema(description = "Whether there are statistics", required = true)
        boolean stats,

        @Schema(description = "Whether there is a number of persons", required = true)
        boolean personsCount,

        @Schema(description = "Whether it makes backups of its own", required = true)
        boolean backup,

        @Schema(description = "Its actions, in the order of the manifest", required = true)
        List<Action> actions,

        @Schema(description = "The last good statistics; null if there are none yet")
        RemoteStatsView lastStats,

        @Schema(description = "The last good number of persons; null if there is none yet")
        RemotePersonsView lastPersons) {

    @Schema(name = "RemoteAction")
    record Action(
            @Schema(description = "Id, for the address", required = true, examples = "reindex")
            String id,

            @Schema(description = "Label", required = true, examples = "Rebuild the search index")
            String title,

            @Schema(description = "Whether a person must confirm it first", required = true)
            boolean confirm,

            @Schema(description = "What to ask that person; null if the manifest says nothing")
            String question) {
        static Action of(RemoteAction action) {
            return new Action(
                    action.id(),
                    action.title(),
                    action.confirm(),
                    action.question().orElse(null));
        }
    }

    static RemoteView nothing() {
        return new RemoteView(false, false, false, false, List.of(), null, null);
    }

    static RemoteView of(Offer offer, Remembered stats, Remembered persons) {
        boolean hasStats = offer.has(RemoteSpec::stats);
        boolean hasPersons = offer.has(RemoteSpec::personsCount);
        return new RemoteView(
                true,
                hasStats,
                hasPersons,
                offer.has(RemoteSpec::backup),
                offer.actions().stream().map(Action::of).toList(),
                hasStats ? RemoteStatsView.of(stats) : null,
                hasPersons ? RemotePersonsView.of(persons) : null);
    }
}
