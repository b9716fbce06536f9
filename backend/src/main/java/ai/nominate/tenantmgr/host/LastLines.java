package ai.nominate.tenantmgr.host;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The end of a long output, for people who want to know why. */
final class LastLines {
    private final int count;
    private final Deque<String> lines = new ArrayDeque<>();

    LastLines(int count) {
        this.count = count;
    }

    void add(String line) {
        if (lines.size() == count) {
            lines.removeFirst();
        }
        lines.addLast(line);
    }

    List<String> lines() {
        return List.copyOf(lines);
    }
}
