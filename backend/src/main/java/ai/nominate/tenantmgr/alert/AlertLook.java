package ai.nominate.tenantmgr.alert;

import ai.nominate.tenantmgr.alert.finding.AlertSettings;
import ai.nominate.tenantmgr.alert.finding.AlertSource;
import ai.nominate.tenantmgr.alert.finding.Finding;
import ai.nominate.tenantmgr.alert.plan.Changes;
import ai.nominate.tenantmgr.alert.plan.MassPolicy;
import ai.nominate.tenantmgr.alert.plan.Messages;
import ai.nominate.tenantmgr.alert.plan.OpenAlert;
import ai.nominate.tenantmgr.alert.plan.Reconciliation;
import ai.nominate.tenantmgr.job.Permit;
import ai.nominate.tenantmgr.job.Reactive;
import ai.nominate.tenantmgr.kernel.Uuid7;
import ai.nominate.tenantmgr.settings.Settings;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;

/**
 * One look at what is wrong: asks every source, compares with the open alerts, and writes changes and messages in one transaction that
 * commits only while the lease is held. Keeps nothing, so a manager that was killed is continued by any other.
 */
@ApplicationScoped
class AlertLook {
    private static final Logger LOG = Logger.getLogger(AlertLook.class);

    private final List<AlertSource> sources;
    private final OpenAlerts alerts;
    private final AlertRules rules;
    private final AlertTable table;
    private final Settings settings;
    private final Clock clock;

    AlertLook(
            @All List<AlertSource> sources,
            OpenAlerts alerts,
            AlertRules rules,
            AlertTable table,
            Settings settings,
            Clock clock) {
        this.sources = sources;
        this.alerts = alerts;
        this.rules = rules;
        this.table = table;
        this.settings = settings;
        this.clock = clock;
    }

    /** The sources that there are. */
    List<AlertSource> sources() {
        return sources;
    }

    /** Blocks. */
    void look(Permit permit) {
        Instant now = clock.instant();
        Map<String, List<Finding>> found = found(now);
        List<OpenAlert> open = Reactive.await(alerts::read);
        Changes changes = new Reconciliation(policy(), Uuid7::next).changes(found, open, now);
        if (changes.isEmpty()) {
            return;
        }
        Messages messages = new Messages(Reactive.await(rules::enabled));
        permit.transaction(() -> table.write(
                changes,
                open,
                messages.begun(changes, now),
                (sent, severities) -> messages.over(sent, severities, now),
                now));
    }

    /** A source that cannot say anything now is left out: its alerts stay as they are. */
    private Map<String, List<Finding>> found(Instant now) {
        Map<String, List<Finding>> found = new HashMap<>();
        for (AlertSource source : sources) {
            try {
                found.put(source.kind(), source.findings(now));
            } catch (RuntimeException e) {
                LOG.debugf("Nothing is known of %s now: %s", source.kind(), e.getMessage());
            }
        }
        return found;
    }

    private MassPolicy policy() {
        return Reactive.await(() -> settings.get(AlertSettings.MASS_PERCENT)
                .flatMap(percent -> alerts.serving().map(serving -> new MassPolicy(percent, serving))));
    }
}
