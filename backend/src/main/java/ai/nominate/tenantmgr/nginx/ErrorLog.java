package ai.nominate.tenantmgr.nginx;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads NGINX's error log. A failed reload is reported there only; the command exits with 0. */
record ErrorLog(Path file) {
    private static final int MOST_BYTES = 64 * 1024;
    private static final Pattern BIND = Pattern.compile(".*bind\\(\\) to (\\S+:([0-9]+)) failed \\([0-9]+: (.*)\\)");
    private static final Pattern GRAVE = Pattern.compile(".*\\[(?:emerg|alert)] (?:[0-9]+#[0-9]+: )?(.*)");

    /** The current length of the log, for a later {@code since}. */
    long size() {
        try {
            return Files.size(file);
        } catch (IOException e) {
            return 0;
        }
    }

    Optional<String> complaintSince(long offset) {
        return complaint(since(offset));
    }

    /** Whether NGINX has given up. A port in use is not final: NGINX tries five times. */
    boolean gaveUpSince(long offset) {
        return since(offset).stream().anyMatch(line -> line.contains("[emerg]") && !line.contains(" bind() to "));
    }

    private List<String> since(long offset) {
        try (FileChannel channel = FileChannel.open(file)) {
            ByteBuffer text = ByteBuffer.allocate(Math.clamp(channel.size() - offset, 0, MOST_BYTES));
            channel.read(text, offset);
            return new String(text.array(), 0, text.position(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    /** The most severe line: a port that could not be opened, else the first fatal error. */
    static Optional<String> complaint(List<String> lines) {
        return first(lines, BIND)
                .map(ErrorLog::port)
                .or(() -> first(lines, GRAVE).map(m -> m.group(1)));
    }

    private static Optional<Matcher> first(List<String> lines, Pattern pattern) {
        return lines.stream().map(pattern::matcher).filter(Matcher::matches).findFirst();
    }

    private static String port(Matcher bind) {
        String port = "port " + bind.group(2);
        return bind.group(3).equals("Address already in use")
                ? port + " is in use by another process (" + bind.group(1) + ")"
                : port + " could not be opened: " + bind.group(3) + " (" + bind.group(1) + ")";
    }
}
