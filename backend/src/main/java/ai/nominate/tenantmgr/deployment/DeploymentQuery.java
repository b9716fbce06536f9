package ai.nominate.tenantmgr.deployment;

import ai.nominate.tenantmgr.kernel.Fields;
import ai.nominate.tenantmgr.kernel.InvalidValue;
import ai.nominate.tenantmgr.run.RunQuery;
import ai.nominate.tenantmgr.run.engine.RunStatus;
import ai.nominate.tenantmgr.web.PageRequest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Filter of the deployment list. */
record DeploymentQuery(PageRequest page, String tenant, String status, String kind) {
    private static final Set<String> STATUSES =
            Stream.of(RunStatus.values()).map(RunStatus::id).collect(Collectors.toSet());
    static final List<String> KINDS =
            List.of("deploy", "rollback", "delete", "restore", "domain", "start", "stop", "restart", "command");

    static DeploymentQuery of(String page, String size, String tenant, String status, String kind) {
        PageRequest request = PageRequest.of(page, size);
        Fields fields = new Fields();
        fields.optional("status", status, text -> oneOf(text, STATUSES));
        fields.optional("kind", kind, text -> oneOf(text, Set.copyOf(KINDS)));
        fields.throwIfInvalid();
        return new DeploymentQuery(request, tenant, status, kind);
    }

    /** @param tenantId null for all tenants the caller may access */
    RunQuery runs(UUID tenantId, Optional<Set<UUID>> visible) {
        return new RunQuery(
                page,
                tenantId,
                visible,
                kind == null ? KINDS : List.of(kind),
                status == null ? null : RunStatus.of(status));
    }

    private static String oneOf(String text, Set<String> allowed) {
        if (!allowed.contains(text)) {
            throw new InvalidValue("must be one of " + String.join(", ", new TreeSet<>(allowed)));
        }
        return text;
    }
}
