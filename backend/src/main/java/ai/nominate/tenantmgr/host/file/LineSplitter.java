package ai.nominate.tenantmgr.host.file;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/**
 * Splits bytes into lines. A line is limited to 16 KiB; the rest is dropped and marked, so that output cannot exhaust
 * memory. A carriage return begins the line anew, as on a terminal: of a progress bar its last state is left. Invalid UTF-8,
 * and NUL, which the database cannot store, become the replacement character.
 */
public final class LineSplitter {
    public static final int LONGEST = 16 * 1024;
    public static final String CUT = " … (cut)";

    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private final Consumer<String> lines;
    private boolean cut;
    private boolean returned;

    public LineSplitter(Consumer<String> lines) {
        this.lines = lines;
    }

    public void feed(byte[] bytes, int length) {
        feed(bytes, 0, length);
    }

    /** @param to the byte after the last one */
    void feed(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            switch (bytes[i]) {
                case '\n' -> emit();
                case '\r' -> returned = true;
                default -> add(bytes[i]);
            }
        }
    }

    private void add(byte next) {
        if (returned) {
            begin();
        }
        if (line.size() < LONGEST) {
            line.write(next);
        } else {
            cut = true;
        }
    }

    /** The last line may lack a line break. */
    public void finish() {
        if (line.size() > 0) {
            emit();
        }
    }

    private void emit() {
        String text = line.toString(StandardCharsets.UTF_8).replace('\0', '\uFFFD');
        boolean wasCut = cut;
        begin();
        lines.accept(wasCut ? text + CUT : text);
    }

    private void begin() {
        line.reset();
        cut = false;
        returned = false;
    }
}
