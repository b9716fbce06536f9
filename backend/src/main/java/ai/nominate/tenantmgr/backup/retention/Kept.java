package ai.nominate.tenantmgr.backup.retention;

import java.util.List;

/**
 * What the rules say of one backup.
 *
 * @param reasons why it is kept, for people; empty: it is not kept
 */
public record Kept(Candidate backup, List<String> reasons) {
    public Kept {
        reasons = List.copyOf(reasons);
    }

    public boolean isKept() {
        return !reasons.isEmpty();
    }
}
