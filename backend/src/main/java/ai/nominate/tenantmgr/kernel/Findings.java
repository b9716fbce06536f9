package ai.nominate.tenantmgr.kernel;

import java.util.ArrayList;
import java.util.List;

/** What an inspection has seen: how many things, and which of them are not as they should be. */
public final class Findings {
    private final List<Finding> wrong = new ArrayList<>();
    private int checks;

    /** @param subject what it is about: {@code tenant acme} */
    public record Finding(String subject, String sentence) {}

    /** @param sentence what is wrong, if it is; never with a secret in it */
    public void check(boolean right, String subject, String sentence) {
        checks++;
        if (!right) {
            wrong.add(new Finding(subject, sentence));
        }
    }

    /** Takes over what was seen of a part. */
    public void add(Findings part) {
        checks += part.checks;
        wrong.addAll(part.wrong);
    }

    public int checks() {
        return checks;
    }

    public List<Finding> wrong() {
        return List.copyOf(wrong);
    }
}
