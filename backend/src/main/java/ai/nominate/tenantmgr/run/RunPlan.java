package ai.nominate.tenantmgr.run;

import ai.nominate.tenantmgr.run.engine.RunKind;
import ai.nominate.tenantmgr.run.engine.Step;
import ai.nominate.tenantmgr.run.engine.StepStatus;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Inserts the steps of a run before it starts, each weighted by its usual duration. */
@ApplicationScoped
class RunPlan {
    private static final int LIGHTEST_MS = 20;
    /** The median of the newest 100 runs, so that outdated durations drop out. */
    private static final String USUAL = """
            select s.id, cast(percentile_cont(0.5) within group (order by s.duration_ms) as integer)
            from (select id from run where status = 'succeeded' and kind = :kind
                  order by queued_at desc limit 100) r
            join run_step s on s.run_id = r.id
            where s.status = 'done' and s.duration_ms is not null group by s.id""";

    /** Runs in the caller's transaction. */
    Uni<Void> insert(UUID run, RunKind<?> kind) {
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(USUAL, Object[].class)
                        .setParameter("kind", kind.id())
                        .getResultList()
                        .map(rows -> rows.stream()
                                .collect(Collectors.toMap(row -> (String) row[0], row -> (Integer) row[1])))
                        .flatMap(usual ->
                                session.persistAll(rows(run, kind, usual).toArray())));
    }

    private static List<RunStepRow> rows(UUID run, RunKind<?> kind, Map<String, Integer> usual) {
        List<RunStepRow> rows = new ArrayList<>();
        for (Step<?> step : kind.pipeline().steps()) {
            RunStepRow row = new RunStepRow();
            row.runId = run;
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
