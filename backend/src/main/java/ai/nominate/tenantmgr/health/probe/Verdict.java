package ai.nominate.tenantmgr.health.probe;

import java.util.Locale;

/** What one look says. The code is stored with samples, the letter in the recent results of a check. */
public enum Verdict {
    OK(0, 'o'),
    /** It works, but not for long: near a limit. */
    WARNING(1, 'w'),
    FAILED(2, 'f'),
    /** Nothing can be said of the tenant: the fault is the manager's or the machine's. */
    UNKNOWN(3, 'u');

    private final int code;
    private final char letter;

    Verdict(int code, char letter) {
        this.code = code;
        this.letter = letter;
    }

    public int code() {
        return code;
    }

    public char letter() {
        return letter;
    }

    /** The name in the API. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Verdict of(char letter) {
        for (Verdict verdict : values()) {
            if (verdict.letter == letter) {
                return verdict;
            }
        }
        throw new IllegalArgumentException("no verdict: " + letter);
    }
}
