package ai.nominate.tenantmgr.product;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Concurrent deployments. */
@ExtendWith(OnProduct.class)
class DeploymentsAtOnceIT {
    private static final int EAGER = 8;
    private final Product product;

    DeploymentsAtOnceIT(Product product) {
        this.product = product;
    }

    @Test
    void of_those_who_deploy_one_tenant_at_once_one_is_accepted_and_the_others_are_told_of_it() throws Exception {
        Tenant tenant = product.tenant("wanted", product.source("wanted").firstRelease());

        List<Api.Answer> answers = atOnce(EAGER, () -> tenant.askToDeploy(Map.of()));

        Map<Integer, List<Api.Answer>> byStatus = answers.stream().collect(Collectors.groupingBy(Api.Answer::status));
        assertThat(byStatus).containsOnlyKeys(202, 409);
        assertThat(byStatus.get(202)).hasSize(1);
        String accepted =
                byStatus.get(202).getFirst().json().path("deploymentId").asText();
        assertThat(byStatus.get(409)).allSatisfy(refusal -> {
            assertThat(refusal.json().path("code").asText()).isEqualTo("deployment.running");
            assertThat(refusal.json().path("deploymentId").asText()).isEqualTo(accepted);
        });
        new Deployment(product.api(), accepted).succeeds();
        assertThat(product.api()
                        .get("/api/deployments?tenant=wanted")
                        .path("total")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void different_tenants_are_deployed_side_by_side_from_one_build() {
        Source source = product.source("twins").firstRelease();
        Tenant left = product.tenant("twin-left", source);
        Tenant right = product.tenant("twin-right", source);

        Deployment first = left.deploy();
        Deployment second = right.deploy();
        first.succeeds();
        second.succeeds();

        assertThat(instant(second, "startedAt")).isBefore(instant(first, "finishedAt"));
        assertThat(release(first)).isEqualTo(release(second));
        assertThat(Stream.of(first, second).flatMap(deployment -> deployment.said().stream()))
                .filteredOn(text -> text.startsWith("built release"))
                .hasSize(1);
        assertThat(left.visitor().ask("/api/campaign").body()).contains("\"twin-left\"");
        assertThat(right.visitor().ask("/api/campaign").body()).contains("\"twin-right\"");
    }

    private static Instant instant(Deployment deployment, String field) {
        return Instant.parse(deployment.view().path(field).asText());
    }

    private static JsonNode release(Deployment deployment) {
        return deployment.view().at("/release/id");
    }

    private static <T> List<T> atOnce(int count, Callable<T> work) throws InterruptedException, ExecutionException {
        try (ExecutorService pool = Executors.newFixedThreadPool(count)) {
            List<Future<T>> futures =
                    pool.invokeAll(Stream.generate(() -> work).limit(count).toList());
            List<T> answers = new java.util.ArrayList<>();
            for (Future<T> future : futures) {
                answers.add(future.get());
            }
            return answers;
        }
    }
}
