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
    private final List<Long> ends = new ArrayList<>();
    private final List<Integer> firsts = new ArrayList<>();
    private int count;
    private int whole;
    private int wholeBytes;
    private int wholeLines;
    private int next;
    private long total;

    public MaskedLines(SecretMatcher secrets) {
        stream = new MaskedStream(secrets, this::write);
    }

    /** @param line without its end */
    public void add(String line) {
        byte[] bytes = (line + "\n").getBytes(StandardCharsets.UTF_8);
        total += bytes.length;
        ends.add(total - 1);
        stream.feed(bytes, bytes.length);
        count++;
        if (stream.isBetweenSecrets()) {
            wholeLines = firsts.size();
            whole = count;
            wholeBytes = out.size();
        }
    }

    /** A line that is shown reaches to the line whose break is left: the breaks within a secret are masked with it. */
    private void write(byte[] bytes, int length) {
        out.write(bytes, 0, length);
        for (int i = 0; i < length; i++) {
            if (bytes[i] == '\n') {
                firsts.add(next);
                while (next < ends.size() && ends.get(next) <= stream.passing() + i) {
                    next++;
                }
            }
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

    /** Which of the added lines each line of {@link #shown()} begins with, from 0. */
    public List<Integer> firsts() {
        return List.copyOf(firsts.subList(0, wholeLines));
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
