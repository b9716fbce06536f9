package ai.nominate.tenantmgr.alert;

import ai.nominate.tenantmgr.alert.plan.Rule;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The rules as alerts are judged by them. */
@ApplicationScoped
class AlertRules {
    Uni<List<Rule>> enabled() {
        return Panache.withSession(() -> RuleRow.<RuleRow>list("enabled = true order by id")
                .map(rows -> rows.stream().map(RuleRow::rule).toList()));
    }
}
