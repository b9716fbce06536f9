package ai.nominate.tenantmgr.alert.plan;

import ai.nominate.tenantmgr.alert.finding.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * What a look changes about the alerts.
 *
 * @param opened new alerts, that of a mass failure before those that it speaks for
 * @param changed alerts that are worse or better than before, or called otherwise
 * @param folded alerts that the alert of a mass failure speaks for from now on
 * @param ended alerts that are over
 */
public record Changes(List<Opened> opened, List<Changed> changed, List<Folded> folded, List<UUID> ended) {
    static Changes none() {
        return new Changes(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }

    public boolean isEmpty() {
        return opened.isEmpty() && changed.isEmpty() && folded.isEmpty() && ended.isEmpty();
    }

    /**
     * @param about the findings that choose who is told: its own, or those of all alerts that it speaks for
     */
    public record Opened(OpenAlert alert, Finding finding, List<Finding> about) {}

    public record Changed(OpenAlert alert, Finding finding) {
        /** Rules that did not care may care now. */
        public boolean isWorse() {
            return finding.severity().compareTo(alert.severity()) > 0;
        }
    }

    public record Folded(UUID alert, UUID into) {}
}
