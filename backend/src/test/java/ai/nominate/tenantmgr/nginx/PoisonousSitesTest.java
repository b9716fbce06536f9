package ai.nominate.tenantmgr.nginx;

import static org.assertj.core.api.Assertions.assertThat;

import ai.nominate.tenantmgr.host.Repetitions;
import ai.nominate.tenantmgr.job.Permit;
import ai.nominate.tenantmgr.kernel.PortNumber;
import ai.nominate.tenantmgr.kernel.Slot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Many changes and many tenants, with a real NGINX: {@code make endurance} has two hundred and five thousand of them. */
class PoisonousSitesTest {
    private static final int CHANGES = Repetitions.of(10, 200);
    private static final int TENANTS = Repetitions.of(100, 5_000);
    /** Enough that the quickest one has compiled code, as in a manager that runs, and the machine for itself. */
    private static final int TIMED = Repetitions.of(3, 30);

    /** Of the quickest change; small numbers show the way only. */
    private static final long MOST_MS = Repetitions.of(5_000, 500);

    private static final String CANARY = "canary.localhost";

    private Stage stage;
    private App app;

    @BeforeEach
    void begin() throws Exception {
        stage = new Stage();
        app = stage.app("a");
        stage.authority.issue(stage.home.certificates().resolve("good"), 7, CANARY);
        stage.markers.switchTo(Stage.slug("canary"), Slot.A, Permit.ALWAYS);
    }

    @AfterEach
    void end() {
        stage.close();
    }

    @Test
    void a_fifth_of_all_changes_is_poisonous_and_no_visitor_of_another_tenant_notices() throws Exception {
        Files.createDirectories(stage.home.certificates().resolve("garbage"));
        stage.write("certificates/garbage/fullchain.pem", "garbage");
        stage.write("certificates/garbage/key.pem", "garbage");
        apply(canary());
        AtomicBoolean over = new AtomicBoolean();
        AtomicLong answered = new AtomicLong();
        List<String> failures = Collections.synchronizedList(new ArrayList<>());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Visitor visitor = stage.https();
            threads.submit(() -> ask(visitor, over, answered, failures));
            try {
                for (int number = 1; number <= CHANGES; number++) {
                    change(number);
                    long more = answered.get() + 3;
                    Stage.eventually(() -> answered.get() >= more);
                }
            } finally {
                over.set(true);
            }
        }
        assertThat(failures).isEmpty();
        assertThat(answered.get()).isGreaterThanOrEqualTo(3L * CHANGES);
    }

    /** Every fifth is one of five poisons in turn: two tenants' fault, two of files, and a candidate that NGINX refuses. */
    private void change(int number) throws IOException {
        Site good = site("other" + number, "other" + number + ".localhost", null, app.port());
        if (number % 5 != 0) {
            assertThat(apply(canary(), good)).isInstanceOf(ApplyResult.Changed.class);
            return;
        }
        switch (number / 5 % 5) {
            case 0 ->
                assertThat(setAside(canary(), good, site("greedy", CANARY, null, app.port())))
                        .containsExactly("greedy");
            case 1 -> assertThat(setAside(canary(), good, good)).containsExactly("other" + number);
            case 2 ->
                assertThat(setAside(
                                canary(),
                                good,
                                site("dead", "dead.localhost", "missing", new PortNumber(TestPorts.free()))))
                        .isEmpty();
            case 3 ->
                assertThat(setAside(canary(), good, site("broken", "broken.localhost", "garbage", app.port())))
                        .isEmpty();
            default -> {
                stage.runner.before("-t", this::damageTheCandidate);
                assertThat(apply(canary(), good)).isInstanceOf(ApplyResult.Refused.class);
                stage.runner.before("-t", () -> {});
            }
        }
    }

    private void damageTheCandidate() {
        try (Stream<Path> entries = Files.list(stage.settings.directory())) {
            Path newest = entries.filter(path -> path.getFileName().toString().startsWith("gen-"))
                    .max(Path::compareTo)
                    .orElseThrow();
            Files.writeString(newest.resolve("hosts.map"), "\"open", StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void ask(Visitor visitor, AtomicBoolean over, AtomicLong answered, List<String> failures) {
        while (!over.get()) {
            try {
                Visitor.Answer answer = visitor.get(CANARY, "/");
                if (answer.status() != 200) {
                    failures.add(answer.toString());
                }
            } catch (RuntimeException e) {
                failures.add(e.toString());
            }
            answered.incrementAndGet();
        }
    }

    @Test
    void thousands_of_tenants_are_applied_in_half_a_second() throws Exception {
        List<Site> sites = new ArrayList<>(IntStream.range(0, TENANTS)
                .mapToObj(number -> site("tenant-" + number, "t" + number + ".example.org", "good", app.port()))
                .toList());
        stage.sites.apply(sites, Permit.ALWAYS);
        long quickest = Long.MAX_VALUE;
        for (int number = 0; number < TIMED; number++) {
            sites.set(number, site("tenant-" + number, "changed" + number + ".example.org", "good", app.port()));
            long start = System.nanoTime();
            assertThat(stage.sites.apply(sites, Permit.ALWAYS)).isInstanceOf(ApplyResult.Changed.class);
            quickest = Math.min(quickest, (System.nanoTime() - start) / 1_000_000);
        }
        assertThat(quickest)
                .as("milliseconds from the sites to the confirmed probe")
                .isLessThanOrEqualTo(MOST_MS);
    }

    private ApplyResult apply(Site... sites) {
        return stage.sites.apply(List.of(sites), Permit.ALWAYS);
    }

    private List<String> setAside(Site... sites) {
        return ((ApplyResult.Changed) apply(sites))
                .setAside().stream().map(each -> each.slug().value()).toList();
    }

    private Site canary() {
        return site("canary", CANARY, "good", app.port());
    }

    private static Site site(String slug, String host, String certificate, PortNumber port) {
        SlotSite slot = new SlotSite(Map.of(0, port), "r1", Stage.routes(Map.of("/", Stage.TO_FRONTEND), Map.of()));
        return new Site(Stage.slug(slug), Stage.hosts(host), certificate, Map.of(Slot.A, slot));
    }
}
