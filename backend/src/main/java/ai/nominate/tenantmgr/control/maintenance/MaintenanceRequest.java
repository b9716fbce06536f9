package ai.nominate.tenantmgr.control.maintenance;

import ai.nominate.tenantmgr.kernel.DisplayText;
import ai.nominate.tenantmgr.kernel.Fields;
import ai.nominate.tenantmgr.kernel.InvalidValue;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The request to put a tenant into maintenance, or to change its message or end. */
@Schema(name = "MaintenanceRequest")
record MaintenanceRequest(
        @Schema(
                description = "What visitors read, one line of at most 300 characters; default: a usual text",
                examples = "We are moving to a new shop system.")
        String message,

        @Schema(
                description = "When it ends by itself, at most 30 days from now; default: when somebody ends it",
                format = "date-time",
                examples = "2026-12-24T06:00:00Z")
        String until) {
    private static final int LONGEST_MESSAGE = 300;
    private static final Duration LONGEST = Duration.ofDays(30);

    /** @throws ai.nominate.tenantmgr.kernel.ProblemException naming each invalid field */
    Wanted checked(Instant now) {
        Fields fields = new Fields();
        String text = fields.optional("message", message, given -> DisplayText.line(given, LONGEST_MESSAGE));
        Instant end = fields.optional("until", until, given -> end(given, now));
        fields.throwIfInvalid();
        return new Wanted(text, end);
    }

    private static Instant end(String text, Instant now) {
        Instant end;
        try {
            end = Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new InvalidValue("must be a time in UTC such as 2026-12-24T06:00:00Z");
        }
        if (!end.isAfter(now) || end.isAfter(now.plus(LONGEST))) {
            throw new InvalidValue("must be in the future, at most " + LONGEST.toDays() + " days from now");
        }
        return end;
    }

    /**
     * @param message null for the usual text
     * @param until null if somebody ends it
     */
    record Wanted(String message, Instant until) {}
}
