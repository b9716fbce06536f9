package ai.nominate.tenantmgr.maintenance;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The result of all inspections: number of checks, and findings. */
@Schema(name = "Doctor")
record DoctorView(
        @Schema(description = "Number of checks", required = true)
        int checks,

        @Schema(description = "Number of failed checks", required = true)
        int wrong,

        @Schema(description = "The failed checks", required = true)
        List<FindingView> findings) {

    @Schema(name = "Finding")
    record FindingView(
            @Schema(description = "Subject of the finding", required = true, examples = "tenant acme")
            String subject,

            @Schema(description = "Description of the fault, one sentence", required = true)
            String sentence) {}
}
