package ai.nominate.tenantmgr.backup.proof;

import java.util.Locale;
import java.util.Set;

/** What a proof found. */
enum Verdict {
    PROVEN,
    /** The backup cannot be restored, or what it restores is not well. */
    FAILED,
    /** The machine, not the backup, kept it from being tried. Never counted as proven. */
    UNTRIED;

    /** Problems that the backup itself has. Everything else keeps a proof from being tried. */
    private static final Set<String> OF_BACKUP = Set.of(
            "backup.truncated",
            "backup.altered",
            "backup.foreign",
            "backup.unsigned",
            "backup.empty",
            "backup.too-large",
            "backup.unsafe",
            "backup.not-restored",
            "backup.rows-differ",
            "backup.not-well");

    /** @param code of the problem that ended the run */
    static Verdict of(String code) {
        return OF_BACKUP.contains(code) ? FAILED : UNTRIED;
    }

    String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
