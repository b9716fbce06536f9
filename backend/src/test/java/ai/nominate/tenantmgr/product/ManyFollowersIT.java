package ai.nominate.tenantmgr.product;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;

/** Followers of one run share one reader: the database works no harder for a thousand than for ten. */
@ExtendWith(OnProduct.class)
@Isolated("it counts the transactions of the database")
class ManyFollowersIT {
    private static final int LINES_A_SECOND = 200;
    private static final int STREAMS_OF_A_USER = 100;
    private static final String TRANSACTIONS =
            "select xact_commit + xact_rollback from pg_stat_database where datname = 'tenantmgr'";

    private final Product product;
    private final HttpClient client = HttpClient.newHttpClient();
    private final List<String> tokens = new ArrayList<>();

    ManyFollowersIT(Product product) {
        this.product = product;
    }

    @Test
    void sixty_followers_of_a_run_receive_every_line_in_order() throws Exception {
        users("sixty", 1);

        follow("sixty", 60, Duration.ofSeconds(5));
    }

    @Test
    @Tag("endurance")
    @Timeout(value = 15, unit = TimeUnit.MINUTES) // six million events
    void a_thousand_followers_of_a_run_receive_every_line_in_order_and_cost_the_database_what_ten_cost()
            throws Exception {
        users("thousand", 10);

        double forTen = follow("ten", 10, Duration.ofSeconds(30));
        double forThousand = follow("thousand", 1000, Duration.ofSeconds(30));

        System.out.printf("Transactions per second: %.1f with 10 followers, %.1f with 1000%n", forTen, forThousand);
        assertThat(forThousand).isLessThan(1.5 * forTen + 5);
    }

    /** Every follower receives the whole log of a run. Returns the transactions per second while the run wrote it. */
    private double follow(String slug, int followers, Duration over) throws Exception {
        int lines = LINES_A_SECOND * (int) over.toSeconds();
        Source source = product.source(slug).firstRelease().sayingBeforeBuild(lines, over);
        Tenant tenant = product.tenant(slug, source);
        long before = transactions();
        Instant began = Instant.now();
        Deployment deployment = tenant.deploy();

        List<Long> received = received(followers, deployment);

        double perSecond = (transactions() - before)
                / (Duration.between(began, Instant.now()).toMillis() / 1000.0);
        deployment.succeeds();
        int all = deployment.log().size();
        assertThat(all).isGreaterThan(lines);
        assertThat(received).hasSize(followers).containsOnly((long) all);
        assertThat(Files.readString(product.log())).doesNotContain("OutOfMemory");
        return perSecond;
    }

    private List<Long> received(int followers, Deployment deployment) throws Exception {
        List<Callable<Long>> tasks = new ArrayList<>();
        for (int i = 0; i < followers; i++) {
            String token = tokens.get(i / STREAMS_OF_A_USER);
            LogFollower follower = new LogFollower(product.apiPort(), deployment.id(), token);
            tasks.add(i % 2 == 0 ? follower::overEvents : () -> follower.overSocket(client));
        }
        List<Long> received = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Long> one : threads.invokeAll(tasks)) {
                received.add(one.get());
            }
        }
        return received;
    }

    private long transactions() {
        return Long.parseLong(new Database(product.home()).value(TRANSACTIONS));
    }

    private void users(String group, int count) {
        for (int i = 0; i < count; i++) {
            String name = group + "-" + i;
            Map<String, String> account = Map.of("username", name, "password", "a-long-password-" + i);
            product.api()
                    .post(
                            "/api/users",
                            Map.of("username", name, "password", account.get("password"), "role", "viewer"),
                            201);
            Api api = new Api(product.apiPort());
            tokens.add(api.post("/api/auth/login", account, 200)
                    .path("accessToken")
                    .asText());
        }
    }
}
