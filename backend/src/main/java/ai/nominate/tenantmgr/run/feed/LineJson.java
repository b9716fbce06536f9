package ai.nominate.tenantmgr.run.feed;

import ai.nominate.tenantmgr.run.engine.LogLine;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicReferenceArray;

/** The JSON of a line, written once for all who follow its run at the same time. Keeps the last 512 lines. */
@ApplicationScoped
class LineJson {
    private static final int KEPT = 512;

    private final ObjectMapper mapper;
    private final AtomicReferenceArray<Written> last = new AtomicReferenceArray<>(KEPT);

    LineJson(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    private record Written(LogLine line, String json) {}

    String of(LogLine line) {
        int place = (int) (line.seq() % KEPT);
        Written written = last.get(place);
        // followers share the lines of their reader, so the same line is the same object
        if (written == null || written.line() != line) {
            written = new Written(line, json(line));
            last.set(place, written);
        }
        return written.json();
    }

    private String json(LogLine line) {
        try {
            return mapper.writeValueAsString(line);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
