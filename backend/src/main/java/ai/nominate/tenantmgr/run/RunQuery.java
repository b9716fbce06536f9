package ai.nominate.tenantmgr.run;

import ai.nominate.tenantmgr.run.engine.RunStatus;
import ai.nominate.tenantmgr.web.PageRequest;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Filter of the run list.
 *
 * @param subject filter by subject; null for all
 * @param visible the subjects the caller may access; empty means all
 * @param kinds filter by kind; empty for all
 * @param status filter by status; null for all
 */
public record RunQuery(
        PageRequest page, UUID subject, Optional<Set<UUID>> visible, Collection<String> kinds, RunStatus status) {
    String where() {
        return "1 = 1" + (visible.isPresent() ? " and subjectId in :visible" : "")
                + (subject == null ? "" : " and subjectId = :subject")
                + (status == null ? "" : " and status = :status")
                + (kinds.isEmpty() ? "" : " and kind in :kinds");
    }

    Map<String, Object> parameters() {
        Map<String, Object> parameters = new HashMap<>();
        visible.ifPresent(subjects -> parameters.put("visible", subjects));
        if (subject != null) {
            parameters.put("subject", subject);
        }
        if (status != null) {
            parameters.put("status", status.id());
        }
        if (!kinds.isEmpty()) {
            parameters.put("kinds", kinds);
        }
        return parameters;
    }
}
