package ai.nominate.tenantmgr.health;

import ai.nominate.tenantmgr.health.probe.Verdict;

/**
 * The last results of a check, oldest first, one letter each. A check flaps if its results change too often among good and bad:
 * the scheme of Nagios with its 21 results, without its weights.
 *
 * @param letters at most {@value #MOST}
 */
record RecentResults(String letters) {
    static final int MOST = 21;
    static final RecentResults NONE = new RecentResults("");
    private static final int START_PERCENT = 30;
    private static final int STOP_PERCENT = 15;

    RecentResults with(Verdict verdict) {
        String all = letters + verdict.letter();
        return new RecentResults(all.substring(Math.max(0, all.length() - MOST)));
    }

    /** Between the two thresholds it stays as it was. Results that say nothing of the tenant do not count. */
    boolean isFlapping(boolean wasFlapping) {
        int percent = changePercent();
        return wasFlapping ? percent >= STOP_PERCENT : percent >= START_PERCENT;
    }

    /** Share of changes among the changes that a full history can have, in percent. */
    private int changePercent() {
        int changes = 0;
        char last = 0;
        for (char letter : letters.toCharArray()) {
            if (letter == Verdict.UNKNOWN.letter()) {
                continue;
            }
            if (last != 0 && (last == Verdict.FAILED.letter()) != (letter == Verdict.FAILED.letter())) {
                changes++;
            }
            last = letter;
        }
        return changes * 100 / (MOST - 1);
    }
}
