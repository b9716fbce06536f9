package ai.nominate.tenantmgr.analysis;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An accepted analysis. */
@Schema(name = "AnalysisAccepted")
record AcceptedAnalysis(
        @Schema(description = "The analysis; follow it at /api/analyses/{id}/events", required = true)
        UUID analysisId) {}
