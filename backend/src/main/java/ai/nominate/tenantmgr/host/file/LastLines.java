package ai.nominate.tenantmgr.host.file;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The last lines of a long output, shown to explain a failure. */
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
