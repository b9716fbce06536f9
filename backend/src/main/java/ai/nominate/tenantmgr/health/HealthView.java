package ai.nominate.tenantmgr.health;

import ai.nominate.tenantmgr.health.probe.CheckKind;
import ai.nominate.tenantmgr.health.probe.Verdict;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The health of a tenant and its checks. */
@Schema(name = "Health")
record HealthView(
        @Schema(
                description =
                        "Health of the tenant: unhealthy if visitors are not served, degraded if anything else is "
                                + "wrong, unknown if it is not checked",
                required = true,
                enumeration = {"healthy", "degraded", "unhealthy", "unknown"})
        String health,

        @Schema(description = "Whether a run is changing the tenant; results do not count during one", required = true)
        boolean changing,

        @Schema(description = "The checks; none if the tenant does not serve", required = true)
        List<Check> checks,

        @Schema(description = "Incidents that have not ended, the latest first", required = true)
        List<IncidentView> incidents) {

    @Schema(name = "HealthCheck")
    record Check(
            @Schema(
                    description = "What is checked: the site through NGINX, the health paths of the services, their "
                            + "state, the database, the files, the certificate",
                    required = true,
                    enumeration = {"frontend", "backend", "service", "database", "disk", "certificate"})
            String kind,

            @Schema(
                    description = "Health of the check, confirmed by several results in a row",
                    required = true,
                    enumeration = {"healthy", "degraded", "unhealthy", "unknown"})
            String health,

            @Schema(description = "Time of the last change of its health", required = true)
            Instant since,

            @Schema(
                    description =
                            "Whether the latest results differ from its health and may change it; then it is checked "
                                    + "more often",
                    required = true)
            boolean pending,

            @Schema(
                    description =
                            "Whether its results change all the time; then it is degraded until they settle, or unhealthy while it "
                                    + "fails without a break",
                    required = true)
            boolean flapping,

            @Schema(description = "Time of the latest result", required = true)
            Instant checkedAt,

            @Schema(
                    description = "The latest result",
                    required = true,
                    enumeration = {"ok", "warning", "failed", "unknown"})
            String result,

            @Schema(description = "The latest result in words", required = true, examples = "/health answers 200")
            String detail,

            @Schema(description = "How long the answer took; null if the check asks the tenant nothing")
            Integer latencyMs,

            @Schema(
                    description = "The last results, 21 at most, oldest first: ok, warning, failed or unknown",
                    required = true)
            List<String> recent,

            @Schema(description = "When it is due again at the latest", required = true)
            Instant nextAt) {

        static Check of(CheckKind kind, CheckState state, Instant next) {
            return new Check(
                    kind.id(),
                    state.health().id(),
                    state.since(),
                    state.isPending(),
                    state.isFlapping(),
                    state.at(),
                    state.latest().verdict().id(),
                    state.latest().detail(),
                    state.latest().latencyMs(),
                    state.recent()
                            .letters()
                            .chars()
                            .mapToObj(letter -> Verdict.of((char) letter).id())
                            .toList(),
                    next);
        }
    }
}
