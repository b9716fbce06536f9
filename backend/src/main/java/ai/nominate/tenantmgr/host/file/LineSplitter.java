package ai.nominate.tenantmgr.host.file;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/**
 * Splits bytes into lines. A line is limited to 16 KiB; the rest is dropped and marked, so that output cannot exhaust
 * memory. Invalid UTF-8, and NUL, which the database cannot store, become the replacement character.
 */
public final class LineSplitter {
    public static final int LONGEST = 16 * 1024;
    public static final String CUT = " … (cut)";

    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private final Consumer<String> lines;
    private boolean cut;

    public LineSplitter(Consumer<String> lines) {
        this.lines = lines;
    }

    public void feed(byte[] bytes, int length) {
        for (int i = 0; i < length; i++) {
            if (bytes[i] == '\n') {
                emit();
            } else if (line.size() < LONGEST) {
                line.write(bytes[i]);
            } else {
                cut = true;
            }
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
        line.reset();
        lines.accept(cut ? text + CUT : text.endsWith("\r") ? text.substring(0, text.length() - 1) : text);
        cut = false;
    }
}
