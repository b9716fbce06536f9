package ai.nominate.tenantmgr.kernel;

import java.nio.charset.StandardCharsets;

/**
 * The value of an environment variable: text that a shell, systemd and a process read identically. Line breaks and tabs
 * are allowed; other control characters and invalid code points are rejected, because systemd would drop the variable.
 */
public record EnvValue(String value) {
    /** In bytes of UTF-8. Linux does not start a program with a variable of 128 KiB. */
    public static final int LONGEST = 32_768;

    /** @throws InvalidValue if the text is not a valid value */
    public EnvValue {
        if (value == null || !value.codePoints().allMatch(EnvValue::isText)) {
            throw new InvalidValue("must be text without control characters other than line breaks and tabs");
        }
        if (value.getBytes(StandardCharsets.UTF_8).length > LONGEST) {
            throw new InvalidValue("must be at most " + LONGEST + " bytes");
        }
    }

    private static boolean isText(int point) {
        if (point == '\n' || point == '\t') {
            return true;
        }
        boolean surrogate = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
        boolean noCharacter = (point & 0xFFFE) == 0xFFFE || point >= 0xFDD0 && point <= 0xFDEF;
        return !Character.isISOControl(point) && !surrogate && !noCharacter;
    }

    /** Masked, because values are often secrets. */
    @Override
    public String toString() {
        return "•••";
    }
}
