package ai.nominate.tenantmgr.maintenance;

import ai.nominate.tenantmgr.kernel.Findings;
import ai.nominate.tenantmgr.kernel.Inspection;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jboss.logging.Logger;

/** Runs all inspections. A failed inspection is reported as a finding, and the others continue. Blocks. */
@ApplicationScoped
class Doctor {
    private static final Logger LOG = Logger.getLogger(Doctor.class);
    private final List<Inspection> inspections;

    Doctor(@All List<Inspection> inspections) {
        this.inspections = inspections;
    }

    DoctorView inspect() {
        Findings findings = new Findings();
        for (Inspection inspection : inspections) {
            try {
                inspection.inspect(findings);
            } catch (RuntimeException e) {
                LOG.warnf(e, "The inspection of %s failed", inspection.title());
                findings.check(false, inspection.title(), "could not be checked; see the manager's log");
            }
        }
        return new DoctorView(
                findings.checks(),
                findings.failures().size(),
                findings.failures().stream()
                        .map(finding -> new DoctorView.FindingView(finding.subject(), finding.sentence()))
                        .toList());
    }
}
