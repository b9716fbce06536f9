package campaign;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The operator API, protected by the shared token. */
final class AdminApi {
    private static final int PAGE = 500;

    private final Environment environment;
    private final Persons persons;
    private final Uploads uploads;
    private final String expected;

    AdminApi(Environment environment, Persons persons, Uploads uploads) {
        this.environment = environment;
        this.persons = persons;
        this.uploads = uploads;
        this.expected = "Bearer " + environment.required("REMOTE_API_TOKEN");
    }

    Routes routes() {
        return new Routes()
                .on("GET", "/api/admin/stats", guarded(this::stats))
                .on("GET", "/api/admin/persons", guarded(this::list))
                .on("GET", "/api/admin/persons/count", guarded(this::count))
                .on("GET", "/api/admin/backup", guarded(this::backup))
                .on("POST", "/api/admin/backup", guarded(this::backup))
                .on("POST", "/api/admin/reindex", guarded(this::reindex))
                .on("PUT", "/api/admin/uploads/*", guarded(uploads::put));
    }

    private Routes.Handler guarded(Routes.Handler handler) {
        return call -> {
            if (!Signature.same(expected, call.request("Authorization"))) {
                call.header("WWW-Authenticate", "Bearer");
                throw new Refused(401, "unauthorized", "The operator's token is required");
            }
            handler.handle(call);
        };
    }

    private void stats(Call call) throws Exception {
        Map<String, Object> stats = new LinkedHashMap<>(persons.stats());
        stats.put("goal", Backend.goal(environment));
        stats.put("uploads", uploads.count());
        stats.put("release", environment.releaseId());
        call.json(200, stats);
    }

    private void count(Call call) throws Exception {
        call.json(200, Map.of("count", persons.count()));
    }

    private void reindex(Call call) throws Exception {
        call.json(200, Map.of("indexed", persons.reindex()));
    }

    private void list(Call call) throws Exception {
        String after = call.query("after", "0");
        if (!after.matches("\\d{1,18}")) {
            throw new Refused(400, "persons.after", "after must be the id of the last person received");
        }
        call.json(200, Map.of("items", persons.page(call.query("q", ""), Long.parseLong(after), PAGE)));
    }

    /**
     * Page by page, so that neither memory use nor a lock grows with the number of persons. Incomplete without its last
     * line.
     */
    private void backup(Call call) throws IOException, SQLException {
        try (OutputStream out = call.stream("application/x-ndjson")) {
            line(out, "backup", Map.of("release", environment.releaseId(), "at", Instant.now()));
            long count = 0;
            long after = 0;
            for (List<Map<String, Object>> page; !(page = persons.page("", after, PAGE)).isEmpty(); ) {
                for (Map<String, Object> person : page) {
                    line(out, "person", person);
                    after = (Long) person.get("id");
                    count++;
                }
            }
            line(out, "end", Map.of("persons", count));
        }
    }

    private static void line(OutputStream out, String type, Map<String, Object> values) throws IOException {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("type", type);
        line.putAll(values);
        out.write((Json.write(line) + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
