package ai.nominate.tenantmgr.alert;

import ai.nominate.tenantmgr.kernel.Fields;
import ai.nominate.tenantmgr.kernel.InvalidValue;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** For how long an alert is put off. */
@Schema(name = "SnoozeRequest")
record SnoozeRequest(
        @Schema(description = "Minutes, 5 to 10080 (a week)", required = true, examples = "60")
        Integer minutes) {
    private static final int LEAST = 5;
    private static final int MOST = 10_080;

    /** @throws ai.nominate.tenantmgr.kernel.ProblemException if it is missing or out of bounds */
    int checkedMinutes() {
        Fields fields = new Fields();
        fields.required("minutes", minutes, value -> {
            if (value < LEAST || value > MOST) {
                throw new InvalidValue("must be from " + LEAST + " to " + MOST);
            }
            return value;
        });
        fields.throwIfInvalid();
        return minutes;
    }
}
