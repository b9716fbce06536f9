package ai.nominate.tenantmgr.series;

import ai.nominate.tenantmgr.kernel.Fields;
import ai.nominate.tenantmgr.kernel.InvalidValue;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;

/**
 * A part of the history, in steps.
 *
 * @param from inclusive
 * @param to exclusive
 */
public record HistoryQuery(Instant from, Instant to, Step step) {
    private static final int MOST = 750;
    private static final int ENOUGH = 300;
    private static final Duration DAY = Duration.ofDays(1);

    /** The length of a step. */
    public enum Step {
        MINUTE("1m", 60),
        FIVE_MINUTES("5m", 300),
        HOUR("1h", 3600),
        DAY("1d", 86_400);

        private final String text;
        private final int seconds;

        Step(String text, int seconds) {
            this.text = text;
            this.seconds = seconds;
        }

        public int seconds() {
            return seconds;
        }

        String text() {
            return text;
        }

        private boolean fits(Duration length, int steps) {
            return Math.ceilDiv(length.toSeconds(), seconds) <= steps;
        }
    }

    /** @throws ai.nominate.tenantmgr.kernel.ProblemException naming each invalid parameter */
    public static HistoryQuery of(String from, String to, String resolution, Instant now) {
        Fields fields = new Fields();
        Instant end = fields.optional("to", to, HistoryQuery::time);
        Instant start = fields.optional("from", from, HistoryQuery::time);
        Step step = fields.optional("resolution", resolution, HistoryQuery::step);
        fields.throwIfInvalid();
        Instant checkedEnd = end == null ? now : end;
        Instant checkedStart = start == null ? checkedEnd.minus(DAY) : start;
        Duration length = Duration.between(checkedStart, checkedEnd);
        if (!checkedStart.isBefore(checkedEnd)) {
            fields.add("from", "must be before to");
        } else if (!Step.DAY.fits(length, MOST)) {
            fields.add("from", "must be at most " + MOST + " days before to");
        } else if (step != null && !step.fits(length, MOST)) {
            fields.add("resolution", "gives more than " + MOST + " steps; use a longer one or a shorter period");
        }
        fields.throwIfInvalid();
        return new HistoryQuery(checkedStart, checkedEnd, step == null ? chosen(length) : step);
    }

    private static Step chosen(Duration length) {
        return Arrays.stream(Step.values())
                .filter(step -> step.fits(length, ENOUGH))
                .findFirst()
                .orElse(Step.DAY);
    }

    private static Step step(String text) {
        return Arrays.stream(Step.values())
                .filter(step -> step.text().equals(text))
                .findFirst()
                .orElseThrow(() -> new InvalidValue("must be 1m, 5m, 1h or 1d"));
    }

    private static Instant time(String text) {
        try {
            Instant time = Instant.parse(text);
            if (time.isAfter(Instant.EPOCH) && time.isBefore(Instant.parse("9999-12-31T00:00:00Z"))) {
                return time;
            }
        } catch (DateTimeParseException e) {
            // rejected below, like a time out of range
        }
        throw new InvalidValue("must be a time such as 2026-03-01T12:00:00Z");
    }
}
