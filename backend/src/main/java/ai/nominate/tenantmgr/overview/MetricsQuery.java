package ai.nominate.tenantmgr.overview;

import ai.nominate.tenantmgr.kernel.Fields;
import ai.nominate.tenantmgr.kernel.InvalidValue;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;

/**
 * A part of the last day.
 *
 * @param from inclusive
 * @param to exclusive
 * @param stepSeconds a multiple of 60, so large that an answer has at most {@value #MOST} points for each server
 */
record MetricsQuery(Instant from, Instant to, int stepSeconds) {
    private static final int MOST = 180;
    private static final int MINUTE = 60;

    /** @throws ai.nominate.tenantmgr.kernel.ProblemException naming each invalid parameter */
    static MetricsQuery of(String from, String to, Instant now) {
        Fields fields = new Fields();
        Instant end = fields.optional("to", to, MetricsQuery::time);
        Instant start = fields.optional("from", from, MetricsQuery::time);
        fields.throwIfInvalid();
        Instant checkedEnd = end == null ? now : end;
        Instant checkedStart = start == null ? checkedEnd.minus(SampleTable.KEPT) : start;
        if (!checkedStart.isBefore(checkedEnd)) {
            fields.add("from", "must be before to");
        } else if (Duration.between(checkedStart, checkedEnd).compareTo(SampleTable.KEPT.multipliedBy(2)) > 0) {
            fields.add("from", "must be at most 48 hours before to; samples are kept for 24 hours");
        }
        fields.throwIfInvalid();
        long minutes = Math.ceilDiv(Duration.between(checkedStart, checkedEnd).toSeconds(), MINUTE);
        return new MetricsQuery(checkedStart, checkedEnd, (int) Math.max(1, Math.ceilDiv(minutes, MOST)) * MINUTE);
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
