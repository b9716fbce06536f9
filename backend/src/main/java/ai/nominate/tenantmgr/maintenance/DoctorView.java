package ai.nominate.tenantmgr.maintenance;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What was looked at, and what is not as the rows say. */
@Schema(name = "Doctor")
record DoctorView(
        @Schema(description = "How many things were looked at", required = true)
        int checks,

        @Schema(description = "How many of them are not as they should be", required = true)
        int wrong,

        @Schema(description = "Each of those", required = true)
        List<FindingView> findings) {

    @Schema(name = "Finding")
    record FindingView(
            @Schema(description = "What it is about", required = true, examples = "tenant acme")
            String subject,

            @Schema(description = "What is wrong, in one sentence", required = true)
            String sentence) {}
}
