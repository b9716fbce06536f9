package ai.nominate.tenantmgr.host.file;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/**
 * Makes lines of bytes. A line is at most 16 KiB, the rest of it is dropped with a mark, so that no output can fill the
 * memory; what is not UTF-8, and NUL, which a database cannot store, become the replacement character.
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

    /** A last line without an end is a line too. */
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
