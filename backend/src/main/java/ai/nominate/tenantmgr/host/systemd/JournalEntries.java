package ai.nominate.tenantmgr.host.systemd;

import ai.nominate.tenantmgr.host.command.RunInterrupted;
import ai.nominate.tenantmgr.host.file.LineSplitter;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Entries of the journal as the journalctl program prints them, one after the other for as long as somebody asks. */
final class JournalEntries implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** An answer of journalctl, even on a busy machine. */
    private static final Duration LONGEST = Duration.ofSeconds(20);

    private static final String END = "";
    private static final Duration SETTLED = Duration.ofMillis(50);

    private final Process process;
    private final boolean follows;
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>(256);
    private final Thread reader;
    private boolean ended;

    private JournalEntries(Process process, boolean follows) {
        this.process = process;
        this.follows = follows;
        this.reader = Thread.ofVirtual().name("journal").start(this::read);
    }

    /** @param words options and matches */
    static JournalEntries open(List<String> prefix, List<String> words) {
        List<String> argv = new ArrayList<>(prefix);
        argv.addAll(List.of(
                "/usr/bin/journalctl",
                "--quiet",
                "--no-pager",
                "--all",
                "--output=json",
                "--output-fields=MESSAGE,_LINE_BREAK,_STREAM_ID"));
        argv.addAll(words);
        try {
            File nothing = new File("/dev/null");
            return new JournalEntries(
                    new ProcessBuilder(argv)
                            .redirectInput(nothing)
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start(),
                    words.contains("--follow"));
        } catch (IOException e) {
            throw new UncheckedIOException("could not read the journal", e);
        }
    }

    /**
     * @param patience how long to wait for one that is not there yet, where entries are followed
     * @return empty when there is none
     * @throws RunInterrupted when the thread is interrupted
     */
    Optional<JournalEntry> next(Duration patience) {
        JsonNode entry = node(follows ? longer(patience) : LONGEST).orElse(null);
        if (entry == null) {
            return Optional.empty();
        }
        String place = entry.path("__CURSOR").asText();
        byte[] text = bytes(entry);
        LineSplitterOnce line = new LineSplitterOnce();
        line.feed(text);
        while (entry.path("_LINE_BREAK").asText().equals("line-max")) {
            JsonNode more = node(LONGEST).orElse(null);
            if (more == null) {
                break;
            }
            entry = more;
            line.feed(bytes(entry));
        }
        return Optional.of(new JournalEntry(
                place,
                entry.path("__CURSOR").asText(),
                entry.path("__REALTIME_TIMESTAMP").asLong(),
                line.text()));
    }

    /** The first answer of journalctl takes its time; later ones are there or not. */
    private static Duration longer(Duration patience) {
        return patience.compareTo(SETTLED) > 0 ? patience : SETTLED;
    }

    private Optional<JsonNode> node(Duration wait) {
        try {
            String line = ended ? END : lines.poll(wait.toNanos(), TimeUnit.NANOSECONDS);
            ended |= END.equals(line);
            return line == null || ended ? Optional.empty() : Optional.of(JSON.readTree(line));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RunInterrupted("interrupted while reading the journal");
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("the journal could not be read", e);
        }
    }

    /** Text that is not UTF-8, or holds control characters, is printed as numbers; a line of nothing as null. */
    private static byte[] bytes(JsonNode entry) {
        JsonNode message = entry.path("MESSAGE");
        if (!message.isArray()) {
            return message.isTextual() ? message.asText().getBytes(StandardCharsets.UTF_8) : new byte[0];
        }
        byte[] bytes = new byte[message.size()];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) message.get(i).asInt();
        }
        return bytes;
    }

    private void read() {
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                lines.put(line);
            }
            lines.put(END);
        } catch (IOException | InterruptedException closed) {
            // nobody asks any more
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
        reader.interrupt();
    }

    /** A line whose pieces come one after the other, cut where the log of a file would cut it. */
    private static final class LineSplitterOnce {
        private final List<String> whole = new ArrayList<>();
        private final LineSplitter splitter = new LineSplitter(whole::add);

        void feed(byte[] piece) {
            splitter.feed(piece, piece.length);
        }

        String text() {
            splitter.finish();
            return whole.isEmpty() ? "" : String.join("\n", whole);
        }
    }
}
