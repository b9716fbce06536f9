package ai.nominate.tenantmgr.deployment;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Stores the steps of a run before it starts, each weighted by its duration in past runs. */
@ApplicationScoped
class StepPlan {
    private static final int LIGHTEST_MS = 20;
    /** Median of the newest 100 runs, so that outdated durations drop out. */
    private static final String USUAL = """
            select s.id, cast(percentile_cont(0.5) within group (order by s.duration_ms) as integer)
            from (select id from deployment where status = 'succeeded' and kind = :kind
                  order by queued_at desc limit 100) d
            join deployment_step s on s.deployment_id = d.id
            where s.status = 'done' and s.duration_ms is not null group by s.id""";

    private final Pipelines pipelines;

    StepPlan(Pipelines pipelines) {
        this.pipelines = pipelines;
    }

    Uni<Void> insert(UUID deployment, String kind) {
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(USUAL, Object[].class)
                        .setParameter("kind", kind)
                        .getResultList()
                        .map(rows -> rows.stream()
                                .collect(Collectors.toMap(row -> (String) row[0], row -> (Integer) row[1])))
                        .flatMap(usual ->
                                session.persistAll(rows(deployment, kind, usual).toArray())));
    }

    private List<DeploymentStep> rows(UUID deployment, String kind, Map<String, Integer> usual) {
        List<DeploymentStep> rows = new ArrayList<>();
        for (Step step : pipelines.of(kind).steps()) {
            DeploymentStep row = new DeploymentStep();
            row.deploymentId = deployment;
            row.id = step.id();
            row.position = (short) rows.size();
            row.title = step.title();
            row.status = StepStatus.PENDING.id();
            row.weight = Math.max(LIGHTEST_MS, usual.getOrDefault(step.id(), step.usualMs()));
            rows.add(row);
        }
        return rows;
    }
}
