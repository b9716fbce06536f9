package ai.nominate.tenantmgr.kernel;

import java.util.ArrayList;
import java.util.List;

/** The result of an inspection: the number of checked items and the faults found. */
public final class Findings {
    private final List<Finding> failures = new ArrayList<>();
    private int checks;

    /** @param subject the checked item: {@code tenant acme} */
    public record Finding(String subject, String sentence) {}

    /** @param sentence the fault, if any; must not contain a secret */
    public void check(boolean right, String subject, String sentence) {
        checks++;
        if (!right) {
            failures.add(new Finding(subject, sentence));
        }
    }

    /** Adds the findings of a part. */
    public void add(Findings part) {
        checks += part.checks;
        failures.addAll(part.failures);
    }

    public int checks() {
        return checks;
    }

    public List<Finding> failures() {
        return List.copyOf(failures);
    }
}
