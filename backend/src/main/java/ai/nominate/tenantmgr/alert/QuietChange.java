package ai.nominate.tenantmgr.alert;

import ai.nominate.tenantmgr.kernel.Fields;
import ai.nominate.tenantmgr.kernel.InvalidValue;
import java.time.ZoneId;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A part of each day in which messages wait for its end. */
@Schema(name = "QuietHours")
record QuietChange(
        @Schema(description = "Beginning, inclusive", required = true, examples = "22:00")
        String from,

        @Schema(
                description = "End, exclusive; before the beginning if it is on the next day",
                required = true,
                examples = "07:00")
        String to,

        @Schema(description = "Time zone", required = true, examples = "Europe/Vienna")
        String zone,

        @Schema(description = "Whether critical alerts wait too; default: false", examples = "false")
        Boolean holdCritical) {

    void check(Fields fields) {
        fields.required("quietHours.from", from, QuietChange::time);
        fields.required("quietHours.to", to, QuietChange::time);
        fields.required("quietHours.zone", zone, QuietChange::zone);
        if (from != null && from.equals(to)) {
            fields.add("quietHours.to", "must differ from the beginning");
        }
    }

    private static String time(String text) {
        if (!text.matches("([01][0-9]|2[0-3]):[0-5][0-9]")) {
            throw new InvalidValue("must be a time of day such as 22:00");
        }
        return text;
    }

    private static String zone(String text) {
        if (text.length() > 60 || !ZoneId.getAvailableZoneIds().contains(text)) {
            throw new InvalidValue("must be a time zone such as Europe/Vienna");
        }
        return text;
    }
}
