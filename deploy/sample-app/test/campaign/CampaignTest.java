package campaign;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** Tests the contract of a core application with two built releases on a real, empty PostgreSQL database. */
final class CampaignTest {
    private static final Check CHECK = new Check();

    private CampaignTest() {}

    /** @param arguments the directories of the first and of the second release, built */
    public static void main(String[] arguments) throws Exception {
        Path first = Path.of(arguments[0]).toAbsolutePath();
        Path second = Path.of(arguments[1]).toAbsolutePath();
        empty();
        CHECK.that("a backend without a schema starts and says that it is unhealthy", () -> {
            try (Service backend = Service.start(first, "backend")) {
                Check.eventually(Duration.ofSeconds(10), () -> backend.output().contains("listening"));
                Check.equal(503, backend.get("/api/health").statusCode());
            }
        });
        CHECK.that("migrating twice is migrating once", () -> {
            Check.equal(0, Service.run(first, "backend", "init"));
            Check.equal(0, Service.run(first, "backend", "migrate"));
            Check.equal(0, Service.run(first, "backend", "migrate"));
        });
        try (Service backend = Service.healthy(first, "backend");
                Service frontend = Service.healthy(first, "frontend")) {
            visitors(backend);
            operator(backend);
            pages(frontend, first);
        }
        ending(first);
        releases(first, second);
        FaultTest.run(CHECK, first);
        System.exit(CHECK.report());
    }

    private static void visitors(Service backend) {
        CHECK.that("a visitor signs and is counted", () -> {
            HttpResponse<String> answer = backend.sign("Ada O'Neil \"; drop table person --", "ada@example.org");
            Check.equal(201, answer.statusCode());
            Check.holds(answer.body().contains("\"number\":1"), answer.body());
            Check.equal("{\"count\":1}\n", backend.get("/api/persons/count").body());
        });
        CHECK.that("the same address again is thanked, not counted", () -> {
            HttpResponse<String> answer = backend.sign("Ada", "ADA@example.org");
            Check.equal(200, answer.statusCode());
            Check.holds(answer.body().contains("\"alreadySigned\":true"), answer.body());
            Check.equal("{\"count\":1}\n", backend.get("/api/persons/count").body());
        });
        CHECK.that("each wrong field is named", () -> {
            HttpResponse<String> answer = backend.post("application/json", "{\"name\":\" \",\"email\":\"a@b\"}");
            Check.equal(400, answer.statusCode());
            for (String field : List.of("\"name\":", "\"email\":", "\"consent\":")) {
                Check.holds(answer.body().contains(field), answer.body());
            }
        });
        CHECK.that("a form without a script is led to a page", () -> {
            String type = "application/x-www-form-urlencoded";
            HttpResponse<String> thanks = backend.post(type, "name=Mina+K&email=mina%40example.org&consent=on");
            Check.equal(303, thanks.statusCode());
            String location = thanks.headers().firstValue("Location").orElse("");
            Check.holds(location.startsWith("/thanks?n=2&s="), location);
            Check.equal(
                    "/?check=consent#sign",
                    backend.post(type, "name=M&email=m2@example.org")
                            .headers()
                            .firstValue("Location")
                            .orElse(""));
        });
        CHECK.that("a body that is too large or unreadable is refused with an answer", () -> {
            Check.equal(
                    413, backend.post("application/json", "x".repeat(200_000)).statusCode());
            Check.equal(400, backend.post("application/json", "{\"name\":[1]}").statusCode());
            Check.equal(
                    400,
                    backend.post("application/x-www-form-urlencoded", "name=%zz")
                            .statusCode());
        });
        CHECK.that("unknown paths and methods are told apart", () -> {
            Check.equal(404, backend.get("/api/nothing").statusCode());
            Check.equal(405, backend.get("/api/admin/reindex").statusCode());
        });
        CHECK.that("a hundred visitors at once are all counted, over four connections", () -> {
            List<Integer> answers = IntStream.range(0, 100)
                    .parallel()
                    .mapToObj(i -> {
                        try {
                            return backend.sign("Visitor " + i, "visitor" + i + "@example.org")
                                    .statusCode();
                        } catch (Exception e) {
                            throw new IllegalStateException(e);
                        }
                    })
                    .distinct()
                    .toList();
            Check.equal(List.of(201), answers);
            Check.equal("{\"count\":102}\n", backend.get("/api/persons/count").body());
        });
        CHECK.that("connections that the database ended are replaced unnoticed", () -> {
            sql("select pg_terminate_backend(pid) from pg_stat_activity"
                    + " where application_name = 'campaign' and pid <> pg_backend_pid()");
            for (int i = 0; i < 8; i++) {
                Check.equal(200, backend.get("/api/persons/count").statusCode());
            }
        });
        CHECK.that("a download has the asked length and takes the asked time", () -> {
            long began = System.nanoTime();
            Check.equal(
                    300_000,
                    backend.get("/api/download?bytes=300000&seconds=1").body().length());
            long took = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
            Check.holds(took > 900 && took < 2500, took + " ms");
            Check.equal(400, backend.get("/api/download?bytes=99999999999").statusCode());
        });
    }

    private static void operator(Service backend) {
        CHECK.that("the operator's part needs the token", () -> {
            for (String path : List.of("stats", "persons", "persons/count", "backup")) {
                Check.equal(401, backend.get("/api/admin/" + path).statusCode());
                Check.equal(200, backend.admin("GET", "/api/admin/" + path).statusCode());
            }
        });
        CHECK.that("a backup holds everybody and says that it is whole", () -> {
            List<String> lines =
                    backend.admin("POST", "/api/admin/backup").body().lines().toList();
            Check.equal(104, lines.size());
            Check.equal("{\"type\":\"end\",\"persons\":102}", lines.getLast());
        });
        CHECK.that("people are found by name after the index was rebuilt", () -> {
            sql("update person set search = null");
            Check.equal(
                    "{\"items\":[]}\n",
                    backend.admin("GET", "/api/admin/persons?q=mina").body());
            Check.equal(
                    "{\"indexed\":102}\n",
                    backend.admin("POST", "/api/admin/reindex").body());
            Check.holds(backend.admin("GET", "/api/admin/persons?q=mina").body().contains("mina@example.org"), "mina");
        });
        CHECK.that("a document is kept in storage, and its name cannot lead out of it", () -> {
            Check.equal(200, backend.admin("PUT", "/api/admin/uploads/plan.pdf").statusCode());
            Check.equal(200, backend.get("/api/uploads/plan.pdf").statusCode());
            Check.equal(404, backend.get("/api/uploads/..%2fnothing").statusCode());
            Check.equal(400, backend.get("/api/uploads/..").statusCode());
        });
    }

    private static void pages(Service frontend, Path first) {
        CHECK.that("the page shows the tenant and the release", () -> {
            String page = frontend.get("/").body();
            Check.holds(page.contains("Green Valley") && page.contains("green-valley.localhost"), page);
            Check.holds(page.contains("r-" + first.getFileName()), page);
        });
        CHECK.that("assets are cached for ever by their hash, and another release's name still gets a style", () -> {
            String page = frontend.get("/").body();
            String style = page.substring(page.indexOf("/assets/site."), page.indexOf(".css\"") + 4);
            String cached =
                    frontend.get(style).headers().firstValue("Cache-Control").orElse("");
            Check.holds(cached.contains("immutable"), style + " " + cached);
            HttpResponse<String> other = frontend.get("/assets/site.0123456789.css");
            Check.equal(200, other.statusCode());
            Check.equal("no-store", other.headers().firstValue("Cache-Control").orElse(""));
        });
        CHECK.that("a wrong form comes back with its fields marked, and a forged thank-you is not shown", () -> {
            Check.holds(frontend.get("/?check=email").body().contains("id=\"email-error\" >"), "the mark");
            Check.equal(303, frontend.get("/thanks?n=9999&s=forged").statusCode());
            Check.equal(404, frontend.get("/nothing").statusCode());
        });
    }

    private static void ending(Path release) {
        CHECK.that("SIGTERM lets a download finish, ends streams with their last chunk, and leaves with 143", () -> {
            Service backend = Service.healthy(release, "backend");
            var download = backend.begin("/api/download?bytes=2000000&seconds=2");
            var events = backend.begin("/api/events");
            Check.eventually(Duration.ofSeconds(5), () -> Connections.to(backend.port()) >= 2);
            backend.process().destroy();
            String stream = events.get(5, TimeUnit.SECONDS).body();
            Check.holds(stream.endsWith("event: end\ndata: {}\n\n"), stream);
            Check.equal(2_000_000, download.get(10, TimeUnit.SECONDS).body().length());
            Check.equal(143, backend.exitCode(Duration.ofSeconds(5)));
        });
        CHECK.that("an idle service is gone within a second", () -> {
            Service frontend = Service.healthy(release, "frontend");
            long began = System.nanoTime();
            frontend.process().destroy();
            Check.equal(143, frontend.exitCode(Duration.ofSeconds(5)));
            Check.holds(System.nanoTime() - began < 1_000_000_000L, (System.nanoTime() - began) / 1_000_000 + " ms");
        });
    }

    private static void releases(Path first, Path second) {
        CHECK.that("the second release migrates under the first, and both sign on the same database", () -> {
            try (Service before = Service.healthy(first, "backend")) {
                Check.equal(0, Service.run(second, "backend", "migrate"));
                try (Service after = Service.healthy(second, "backend")) {
                    Check.equal(201, before.sign("Old Slot", "old@example.org").statusCode());
                    Check.equal(
                            201,
                            after.post(
                                            "application/json",
                                            "{\"name\":\"New Slot\",\"email\":\"new@example.org\","
                                                    + "\"consent\":true,\"city\":\"Basel\"}")
                                    .statusCode());
                    Check.holds(after.get("/api/campaign").body().contains("\"city\":\"Basel\""), "the city");
                    Check.holds(after.get("/api/campaign").body().contains("\"label\":\"second\""), "the label");
                    Check.holds(before.get("/api/campaign").body().contains("\"label\":\"first\""), "the label");
                    Check.equal(
                            before.get("/api/persons/count").body(),
                            after.get("/api/persons/count").body());
                }
            }
        });
    }

    private static void empty() throws Exception {
        sql("drop table if exists person, migration");
    }

    private static void sql(String statement) throws Exception {
        try (Connection connection =
                        DatabaseUrl.parse(System.getenv("DATABASE_URL")).connect(10, 10);
                Statement run = connection.createStatement()) {
            run.execute(statement);
        }
    }
}
