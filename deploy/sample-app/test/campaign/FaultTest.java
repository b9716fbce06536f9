package campaign;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** Every fault has its described effect and no other. */
final class FaultTest {
    private FaultTest() {}

    static void run(Check check, Path release) throws Exception {
        check.that(
                "exit: the backend says why and leaves with 1",
                () -> with(release, "exit", () -> {
                    Service backend = Service.start(release, "backend");
                    Check.equal(1, backend.exitCode(Duration.ofSeconds(5)));
                    Check.holds(backend.output().contains("refuses to start"), backend.output());
                }));
        check.that(
                "silent: the backend runs and nobody answers",
                () -> with(release, "silent", () -> {
                    try (Service backend = Service.start(release, "backend")) {
                        Check.eventually(
                                Duration.ofSeconds(5), () -> backend.output().contains("nothing will listen"));
                        Check.holds(backend.process().isAlive() && !backend.answers(), backend.output());
                    }
                }));
        check.that(
                "500: health and everything else fail",
                () -> with(release, "500", () -> {
                    try (Service backend = Service.start(release, "backend")) {
                        Check.eventually(
                                Duration.ofSeconds(5), () -> backend.output().contains("listening"));
                        Check.equal(500, backend.get("/api/health").statusCode());
                        Check.equal(500, backend.sign("Ada", "a@example.org").statusCode());
                    }
                }));
        check.that(
                "die-after-3s: healthy, then gone with 1",
                () -> with(release, "die-after-3s", () -> {
                    Service backend = Service.healthy(release, "backend");
                    Check.equal(1, backend.exitCode(Duration.ofSeconds(5)));
                }));
        check.that(
                "die-after-60s: healthy",
                () -> with(
                        release,
                        "die-after-60s",
                        () -> Service.healthy(release, "backend").close()));
        check.that(
                "slow-migrate: takes eight seconds longer and says so",
                () -> with(release, "slow-migrate", () -> {
                    Service migrate = Service.start(release, "backend", "migrate");
                    Check.equal(0, migrate.exitCode(Duration.ofSeconds(20)));
                    Check.equal(
                            8L,
                            migrate.output()
                                    .lines()
                                    .filter(line -> line.contains("migrating slowly"))
                                    .count());
                }));
        check.that(
                "fork-bomb: sixty-four children and healthy",
                () -> with(release, "fork-bomb", () -> {
                    try (Service backend = Service.healthy(release, "backend")) {
                        Check.equal(64L, backend.process().children().count());
                    }
                }));
        check.that(
                "flood: fifty thousand lines, then healthy",
                () -> with(release, "flood", () -> {
                    Check.equal(0, Service.run(release, "backend", "migrate"));
                    try (Service backend = Service.healthy(release, "backend")) {
                        Check.equal(
                                50_000L,
                                backend.output()
                                        .lines()
                                        .filter(line -> line.startsWith("flood"))
                                        .count());
                    }
                }));
        check.that(
                "an unknown fault refuses to start, in both services",
                () -> with(release, "gremlin", () -> {
                    for (String name : new String[] {"backend", "frontend"}) {
                        Service service = Service.start(release, name);
                        Check.equal(1, service.exitCode(Duration.ofSeconds(5)));
                        Check.holds(service.output().contains("unknown fault 'gremlin'"), service.output());
                    }
                }));
    }

    private static void with(Path release, String word, Check.Body body) throws Exception {
        Path fault = Files.writeString(release.resolve("fault"), word + "\n");
        try {
            body.run();
        } finally {
            Files.delete(fault);
        }
    }
}
