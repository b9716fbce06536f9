package ai.nominate.tenantmgr.maintenance;

import ai.nominate.tenantmgr.kernel.Actor;
import ai.nominate.tenantmgr.server.OwnerAnswer;
import ai.nominate.tenantmgr.server.OwnerQuestion;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** The key is rotated by the manager that owns the home with the key file. */
@ApplicationScoped
class KeyRotationAnswer implements OwnerAnswer<KeyRotationAnswer.Asked, RotationView> {
    static final OwnerQuestion<Asked, RotationView> QUESTION =
            new OwnerQuestion<>("maintenance.rotate-key", Asked.class, RotationView.class, Duration.ofMinutes(10));

    private final KeyRotation rotation;

    KeyRotationAnswer(KeyRotation rotation) {
        this.rotation = rotation;
    }

    record Asked(Actor actor) {}

    @Override
    public OwnerQuestion<Asked, RotationView> question() {
        return QUESTION;
    }

    @Override
    public RotationView answer(Asked asked) {
        return rotation.rotate(asked.actor());
    }
}
