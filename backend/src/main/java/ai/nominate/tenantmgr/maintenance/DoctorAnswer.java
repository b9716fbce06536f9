package ai.nominate.tenantmgr.maintenance;

import ai.nominate.tenantmgr.server.OwnerAnswer;
import ai.nominate.tenantmgr.server.OwnerQuestion;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** The doctor looks at the machine that this manager holds the lease of. */
@ApplicationScoped
class DoctorAnswer implements OwnerAnswer<DoctorAnswer.Asked, DoctorView> {
    static final OwnerQuestion<Asked, DoctorView> QUESTION =
            new OwnerQuestion<>("maintenance.doctor", Asked.class, DoctorView.class, Duration.ofMinutes(10));

    private final Doctor doctor;

    DoctorAnswer(Doctor doctor) {
        this.doctor = doctor;
    }

    record Asked() {}

    @Override
    public OwnerQuestion<Asked, DoctorView> question() {
        return QUESTION;
    }

    @Override
    public DoctorView answer(Asked asked) {
        return doctor.inspect();
    }
}
