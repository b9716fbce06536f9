package ai.nominate.tenantmgr.alert.plan;

import ai.nominate.tenantmgr.alert.finding.Finding;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Compares what is wrong now with the open alerts. The result follows from its arguments alone, so a look that was cut off, and is made
 * again by another manager, decides the same.
 */
public final class Reconciliation {
    private final MassFolding folding;
    private final Supplier<UUID> ids;

    /** @param ids makes the ids of new alerts */
    public Reconciliation(MassPolicy policy, Supplier<UUID> ids) {
        this.folding = new MassFolding(policy, ids);
        this.ids = ids;
    }

    /**
     * @param found the findings of each kind; a kind whose findings are not known now is absent, and its alerts stay as they are
     * @param open the open alerts of this server
     */
    public Changes changes(Map<String, List<Finding>> found, List<OpenAlert> open, Instant now) {
        Changes changes = Changes.none();
        Map<String, OpenAlert> byKey = new HashMap<>();
        open.forEach(alert -> byKey.put(alert.key(), alert));
        Map<String, Finding> present = new HashMap<>();
        found.forEach((kind, findings) -> findings.forEach(finding -> {
            if (present.putIfAbsent(finding.key(), finding) == null) {
                compare(changes, kind, finding, byKey.get(finding.key()), now);
            }
        }));
        open.stream()
                .filter(alert ->
                        !alert.isMass() && found.containsKey(alert.kind()) && !present.containsKey(alert.key()))
                .forEach(alert -> changes.ended().add(alert.id()));
        folding.fold(changes, open, now);
        return changes;
    }

    private void compare(Changes changes, String kind, Finding finding, OpenAlert alert, Instant now) {
        if (alert == null) {
            OpenAlert opened = OpenAlert.of(ids.get(), kind, finding, null, now);
            changes.opened().add(new Changes.Opened(opened, finding, List.of(finding)));
        } else if (alert.severity() != finding.severity() || !alert.title().equals(finding.title())) {
            changes.changed().add(new Changes.Changed(alert, finding));
        }
    }
}
