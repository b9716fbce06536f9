package ai.nominate.tenantmgr.host.file;

import ai.nominate.tenantmgr.kernel.InvalidValue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place in a log: the file, to distinguish a new log from the old one, and the byte. Rotation cuts holes and
 * leaves offsets as they are, so the place stays what it was.
 *
 * @param within whether it lies inside a line that was too long: the rest of that line is passed over
 */
record LogCursor(long file, long offset, boolean within) {
    private static final Pattern TEXT = Pattern.compile("([0-9a-f]{1,15})\\.([0-9a-f]{1,15})(\\+?)");

    /** @throws InvalidValue when it is not a cursor of ours */
    static LogCursor of(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            throw new InvalidValue("must be the cursor of an earlier page");
        }
        return new LogCursor(
                Long.parseLong(matcher.group(1), 16),
                Long.parseLong(matcher.group(2), 16),
                !matcher.group(3).isEmpty());
    }

    @Override
    public String toString() {
        return Long.toHexString(file) + "." + Long.toHexString(offset) + (within ? "+" : "");
    }
}
