package ai.nominate.tenantmgr.host.file;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The end of a long output, for people who want to know why. */
public final class LastLines {
    private final int count;
    private final Deque<String> lines = new ArrayDeque<>();

    public LastLines(int count) {
        this.count = count;
    }

    public void add(String line) {
        if (lines.size() == count) {
            lines.removeFirst();
        }
        lines.addLast(line);
    }

    public List<String> lines() {
        return List.copyOf(lines);
    }
}
