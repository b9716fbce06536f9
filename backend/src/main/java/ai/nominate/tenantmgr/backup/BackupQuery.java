package ai.nominate.tenantmgr.backup;

import ai.nominate.tenantmgr.kernel.Actor;
import ai.nominate.tenantmgr.kernel.Fields;
import ai.nominate.tenantmgr.kernel.InvalidValue;
import ai.nominate.tenantmgr.web.PageRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A filter of the list of backups.
 *
 * @param where in Hibernate's language
 * @param order by which they are sorted
 */
record BackupQuery(PageRequest page, String where, Map<String, Object> parameters, String order) {
    private static final List<String> STATES = List.of("running", "complete", "failed", "deleted");
    private static final List<String> PROOFS = List.of("proven", "failed", "untried", "none");
    private static final Map<String, String> COLUMNS =
            Map.of("createdAt", "createdAt", "bytes", "coalesce(bytes, 0)", "slug", "slug");

    /** @throws ai.nominate.tenantmgr.kernel.ProblemException with every invalid field */
    static BackupQuery of(BackupParameters wanted, Optional<UUID> tenant, Actor actor) {
        Fields fields = new Fields();
        String state = fields.optional("state", wanted.state, text -> oneOf(text, STATES));
        String proof = fields.optional("proof", wanted.proof, text -> oneOf(text, PROOFS));
        String order = fields.optional("sort", wanted.sort == null ? "-createdAt" : wanted.sort, BackupQuery::order);
        fields.throwIfInvalid();
        PageRequest page = PageRequest.of(wanted.page, wanted.size);
        Map<String, Object> parameters = new HashMap<>();
        StringBuilder where = new StringBuilder("1 = 1");
        if (tenant.isPresent()) {
            where.append(" and tenantId = :tenant");
            parameters.put("tenant", tenant.get());
        } else if (wanted.tenant != null) {
            boolean isId = wanted.tenant.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
            where.append(isId ? " and tenantId = :tenant" : " and slug = :tenant");
            parameters.put("tenant", isId ? UUID.fromString(wanted.tenant) : wanted.tenant);
        }
        actor.tenants().ifPresent(visible -> {
            where.append(" and tenantId in :visible");
            parameters.put("visible", visible);
        });
        if (state != null) {
            where.append(" and state = :state");
            parameters.put("state", state);
        } else if (!"true".equals(wanted.deleted)) {
            where.append(" and state <> 'deleted'");
        }
        if (proof != null) {
            where.append(proof.equals("none") ? " and proofVerdict is null" : " and proofVerdict = :proof");
            if (!proof.equals("none")) {
                parameters.put("proof", proof);
            }
        }
        if (wanted.search != null && !wanted.search.isBlank()) {
            where.append(" and locate(:search, slug) > 0");
            parameters.put("search", wanted.search.strip());
        }
        return new BackupQuery(page, where.toString(), parameters, order);
    }

    private static String oneOf(String text, List<String> values) {
        if (!values.contains(text)) {
            throw new InvalidValue("must be " + String.join(", ", values));
        }
        return text;
    }

    private static String order(String text) {
        boolean descending = text.startsWith("-");
        String column = COLUMNS.get(descending ? text.substring(1) : text);
        if (column == null) {
            throw new InvalidValue("must be createdAt, bytes or slug, with - for descending order");
        }
        return column + (descending ? " desc" : "") + ", createdAt desc, id desc";
    }
}
