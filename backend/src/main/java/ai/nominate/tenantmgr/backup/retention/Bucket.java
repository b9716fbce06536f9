package ai.nominate.tenantmgr.backup.retention;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.IsoFields;
import java.util.function.Function;

/** A span of which the newest backup is kept. */
enum Bucket {
    DAY("day", ZonedDateTime::toLocalDate),
    WEEK("week", at -> at.get(IsoFields.WEEK_BASED_YEAR) + "-W" + at.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR)),
    MONTH("month", at -> LocalDate.of(at.getYear(), at.getMonth(), 1)),
    YEAR("year", ZonedDateTime::getYear);

    private final String noun;
    private final Function<ZonedDateTime, Object> key;

    Bucket(String noun, Function<ZonedDateTime, Object> key) {
        this.noun = noun;
        this.key = key;
    }

    Object of(ZonedDateTime at) {
        return key.apply(at);
    }

    String reason() {
        return "newest of its " + noun;
    }

    int count(Policy policy) {
        return switch (this) {
            case DAY -> policy.daily();
            case WEEK -> policy.weekly();
            case MONTH -> policy.monthly();
            case YEAR -> policy.yearly();
        };
    }
}
