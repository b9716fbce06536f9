package ai.nominate.tenantmgr.product;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Programs that read and create tenants continuously, whatever the answers. Records each answer with its time, and the
 * tenants that were confirmed.
 */
final class Load implements AutoCloseable {
    /** The time limit of every answer. */
    static final Duration LIMIT = Duration.ofSeconds(10);

    private static final int READERS = 4;
    private static final Duration BETWEEN_READS = Duration.ofMillis(50);
    private static final Duration BETWEEN_CREATES = Duration.ofMillis(1_500);
    private static final List<String> READ = List.of(
            "/api/tenants", "/api/deployments", "/api/settings", "/api/tenants?search=loaded&sort=name", "/api/audit");

    private final HttpClient client = HttpClient.newHttpClient();
    private final Product product;
    private final String name;
    private final AtomicInteger number = new AtomicInteger();
    private final List<Seen> seen = new CopyOnWriteArrayList<>();
    private final List<String> made = new CopyOnWriteArrayList<>();
    private final List<Thread> programs = new ArrayList<>();
    private volatile boolean goesOn = true;

    /** @param status 0 if there was no answer */
    record Seen(String what, long begun, Duration took, int status, boolean saysWhenToComeBack) {
        boolean isGood() {
            return status / 100 == 2;
        }

        boolean isRefusal() {
            return status == 503 && saysWhenToComeBack;
        }
    }

    Load(Product product, String name) {
        this.product = product;
        this.name = name;
        for (int reader = 0; reader < READERS; reader++) {
            programs.add(Thread.ofVirtual().start(() -> repeat(this::read, BETWEEN_READS)));
        }
        programs.add(Thread.ofVirtual().start(() -> repeat(this::create, BETWEEN_CREATES)));
    }

    List<Seen> seen() {
        return seen;
    }

    long goodSince(long moment) {
        return seen.stream()
                .filter(each -> each.begun() >= moment && each.isGood())
                .count();
    }

    /** Every answer was in time, and was either the expected one or a refusal with Retry-After. */
    void wasAlwaysAnswered() {
        assertThat(seen)
                .as("of %s answers", seen.size())
                .allMatch(each -> each.isGood() || each.isRefusal())
                .allMatch(each -> each.took().compareTo(LIMIT) < 0);
    }

    /** From this time on all answers were successful. */
    void wasServedSince(long moment) {
        assertThat(goodSince(moment)).as("good answers since").isGreaterThan(20);
        assertThat(seen).filteredOn(each -> each.begun() >= moment).allMatch(Seen::isGood);
    }

    /** Every tenant confirmed with 201 exists. */
    void lostNothing() {
        assertThat(made).as("tenants that were made").hasSizeGreaterThan(5);
        assertThat(made).allSatisfy(slug -> product.api().get("/api/tenants/" + slug));
    }

    @Override
    public void close() throws InterruptedException {
        goesOn = false;
        for (Thread program : programs) {
            program.join();
        }
    }

    private void repeat(Runnable what, Duration pause) {
        while (goesOn) {
            what.run();
            LockSupport.parkNanos(pause.toNanos());
        }
    }

    private void read() {
        send("GET", READ.get(number.incrementAndGet() % READ.size()), null);
    }

    private void create() {
        String slug = name + "-" + number.incrementAndGet();
        Map<String, String> wanted = Map.of("name", "Loaded", "slug", slug, "domain", slug + ".example.org");
        if (send("POST", "/api/tenants", wanted) == 201) {
            made.add(slug);
        }
    }

    private int send(String method, String path, Object body) {
        long begun = System.nanoTime();
        int status = 0;
        boolean says = false;
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(product.address() + path))
                    .timeout(LIMIT.plusSeconds(10))
                    .header("Content-Type", "application/json")
                    .header("Authorization", "Bearer " + product.api().accessToken())
                    .method(
                            method,
                            body == null
                                    ? BodyPublishers.noBody()
                                    : BodyPublishers.ofString(new ObjectMapper().writeValueAsString(body)))
                    .build();
            HttpResponse<Void> response = client.send(request, BodyHandlers.discarding());
            status = response.statusCode();
            says = response.headers().firstValue("Retry-After").isPresent();
        } catch (IOException noAnswer) {
            status = 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        seen.add(new Seen(method + " " + path, begun, Duration.ofNanos(System.nanoTime() - begun), status, says));
        return status;
    }
}
