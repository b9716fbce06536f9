package ai.nominate.tenantmgr.slot;

import java.time.Duration;
import java.util.Optional;

/** The results of a service's health checks: says what is true of several in a row, not of a single one. */
public final class ProbeHistory {
    private final int enough;
    private int inARow;
    private int foreignInARow;
    private long since;
    private String good = "";
    private String bad = "not probed yet";
    private String said = "";
    private boolean hasFailedSince;

    /** @param enough how many good answers in a row count as steady, from 1 */
    public ProbeHistory(int enough) {
        this.enough = enough;
    }

    /**
     * @param now on the monotonic clock, in nanoseconds
     * @param isForeign whether the answer came from another process; a single one may have come while the listener changed
     * @return what is new, for the log
     */
    public Optional<String> add(long now, boolean isGood, boolean isForeign, String sentence) {
        foreignInARow = isForeign ? foreignInARow + 1 : 0;
        if (isGood) {
            good = sentence;
            since = inARow++ == 0 ? now : since;
            return inARow == enough ? news(sentence) : Optional.empty();
        }
        hasFailedSince |= !good.isEmpty();
        inARow = 0;
        if (foreignInARow == 1) {
            return Optional.empty();
        }
        bad = sentence;
        return news(sentence);
    }

    private Optional<String> news(String sentence) {
        boolean isNew = !sentence.equals(said);
        said = sentence;
        return isNew ? Optional.of(sentence) : Optional.empty();
    }

    /** Whether enough answers in a row were good, over at least this time. */
    public boolean isSteady(long now, Duration time) {
        return inARow >= enough && now - since >= time.toNanos();
    }

    /** One sentence about the answers so far. */
    public String summary() {
        if (hasFailedSince) {
            return "unsteady: \"" + good + "\" and \"" + bad + "\" in turn";
        }
        return inARow == 0 ? bad : good;
    }
}
