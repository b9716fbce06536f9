package ai.nominate.tenantmgr.run.feed;

import ai.nominate.tenantmgr.event.feed.Chunk;
import ai.nominate.tenantmgr.kernel.Fields;
import ai.nominate.tenantmgr.kernel.InvalidValue;
import ai.nominate.tenantmgr.kernel.TerminalText;
import ai.nominate.tenantmgr.run.engine.LogLine;
import ai.nominate.tenantmgr.web.PageRequest;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.util.List;
import java.util.UUID;

/** The log of a run in the formats of the API: pages, text, and a live stream. */
@ApplicationScoped
public class RunLogReader {
    private static final int LARGEST_PAGE = 10_000;
    private static final int PAGE_BYTES = 256 << 10;
    private static final int TEXT_LINES = 500;
    private static final int TEXT_BYTES = 64 << 10;
    private static final int USUAL_PAGE = 1000;

    private final RunLogTable log;
    private final RunFeed feed;
    private final LineJson lines;

    RunLogReader(RunLogTable log, RunFeed feed, LineJson lines) {
        this.log = log;
        this.feed = feed;
        this.lines = lines;
    }

    /** @param limit 1 to 10000 lines; null means 1000. A page ends after 256 KiB of text, however many lines that are */
    public Uni<LogPage> page(UUID run, long afterSeq, Integer limit) {
        return log.after(run, afterSeq, limit == null ? USUAL_PAGE : limit, PAGE_BYTES)
                .map(Chunk::entries)
                .map(read -> new LogPage(
                        read, read.isEmpty() ? afterSeq : read.getLast().seq()));
    }

    /** The whole log as text, in chunks of about 64 KiB, each of which is read when the one before it was sent. */
    public Multi<String> text(UUID run) {
        return Multi.createBy()
                .repeating()
                .uni(
                        () -> new long[1],
                        seq -> log.after(run, seq[0], TEXT_LINES, TEXT_BYTES).invoke(chunk -> {
                            seq[0] = chunk.entries().isEmpty()
                                    ? seq[0]
                                    : chunk.entries().getLast().seq();
                        }))
                .whilst(Chunk::isMore)
                .onItem()
                .transform(chunk -> plain(chunk.entries()));
    }

    /** The log after a line and all further lines, until the run ends. Call it on the follower's Vert.x context. */
    public Multi<RunEvent> follow(UUID run, long afterSeq) {
        return feed.follow(run, afterSeq);
    }

    public OutboundSseEvent event(RunEvent received, Sse sse) {
        return switch (received) {
            case RunEvent.Quiet quiet ->
                sse.newEventBuilder().comment("keep-alive").build();
            case RunEvent.Line(LogLine line) ->
                sse.newEventBuilder()
                        .name(received.event())
                        .id(Long.toString(line.seq()))
                        .mediaType(MediaType.TEXT_PLAIN_TYPE)
                        .data(lines.of(line))
                        .build();
            default ->
                sse.newEventBuilder().name(received.event()).data(received).build();
        };
    }

    /**
     * The start position of a stream. A browser that reconnects sends the last event id; it overrides {@code afterSeq}.
     */
    public static long after(String afterSeq, String lastEventId) {
        Fields fields = new Fields();
        Long begin = fields.optional("afterSeq", afterSeq, RunLogReader::seq);
        Long last = fields.optional("Last-Event-ID", lastEventId, RunLogReader::seq);
        fields.throwIfInvalid();
        return Math.max(begin == null ? 0 : begin, last == null ? 0 : last);
    }

    /** @return null if the caller sent none */
    public static Integer limit(String text) {
        Fields fields = new Fields();
        Integer limit = fields.optional("limit", text, given -> PageRequest.number(given, 1, LARGEST_PAGE));
        fields.throwIfInvalid();
        return limit;
    }

    private static Long seq(String text) {
        if (!text.matches("[0-9]{1,18}")) {
            throw new InvalidValue("must be a line number");
        }
        return Long.parseLong(text);
    }

    private static String plain(List<LogLine> lines) {
        StringBuilder text = new StringBuilder();
        for (LogLine line : lines) {
            text.append(line.at())
                    .append(' ')
                    .append(line.step() == null ? "-" : line.step())
                    .append(' ')
                    .append(line.stream())
                    .append("  ")
                    .append(TerminalText.plain(line.text()))
                    .append('\n');
        }
        return text.toString();
    }
}
