package ai.nominate.tenantmgr.alert.channel;

import ai.nominate.tenantmgr.kernel.DisplayText;
import java.time.Instant;
import java.util.UUID;

/**
 * What a message says.
 *
 * @param delivery the same in each try, so that a receiver can tell a repeated one
 * @param phase {@code opened}, {@code reminder}, {@code over} or {@code test}
 * @param tenant its slug; null if it concerns the machine
 * @param ended null while it is open
 * @param link to its page; null if nobody said where people open this product
 */
public record Notice(
        UUID delivery,
        UUID alert,
        String phase,
        String kind,
        String severity,
        String title,
        String detail,
        String tenant,
        String server,
        Instant began,
        Instant ended,
        String link) {

    /** One line for a subject. */
    String headline() {
        String title = DisplayText.shown(this.title);
        return switch (phase) {
            case "over" -> "Over: " + title;
            case "reminder" -> "Still open: " + title;
            case "test" -> "Test: " + title;
            default -> ("critical".equals(severity) ? "Critical: " : "Warning: ") + title;
        };
    }
}
