package ai.nominate.tenantmgr.kernel.mask;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Masks the lines of a log that is read in parts, and says where a part may end: not within a secret of several lines, whose
 * rest would no longer be recognised. A masked secret of several lines is one line. Used by one thread.
 */
public final class MaskedLines {
    private static final String MASK = "•••";

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final MaskedStream stream;
    private int count;
    private int whole;
    private int wholeBytes;

    public MaskedLines(SecretMatcher secrets) {
        stream = new MaskedStream(secrets, (bytes, length) -> out.write(bytes, 0, length));
    }

    /** @param line without its end */
    public void add(String line) {
        byte[] bytes = (line + "\n").getBytes(StandardCharsets.UTF_8);
        stream.feed(bytes, bytes.length);
        count++;
        if (stream.isBetweenSecrets()) {
            whole = count;
            wholeBytes = out.size();
        }
    }

    /** How many lines were added. */
    public int count() {
        return count;
    }

    /** How many of the lines added can be shown by now: after them no secret is under way. */
    public int whole() {
        return whole;
    }

    public boolean isWhole() {
        return whole == count;
    }

    /** What can be shown of the first {@link #whole()} lines. */
    public List<String> shown() {
        String text = new String(out.toByteArray(), 0, wholeBytes, StandardCharsets.UTF_8);
        return text.isEmpty()
                ? List.of()
                : List.of(text.substring(0, text.length() - 1).split("\n", -1));
    }

    /** All lines; what may be the beginning of a secret is masked, for nobody will see the rest. */
    public List<String> all() {
        List<String> all = new ArrayList<>(shown());
        if (!isWhole()) {
            all.add(MASK);
        }
        return all;
    }
}
