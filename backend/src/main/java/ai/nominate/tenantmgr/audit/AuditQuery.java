package ai.nominate.tenantmgr.audit;

import ai.nominate.tenantmgr.kernel.Actor;
import ai.nominate.tenantmgr.kernel.Fields;
import ai.nominate.tenantmgr.kernel.InvalidValue;
import ai.nominate.tenantmgr.web.PageRequest;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Filter of the audit log. Caller input is only ever passed as a query parameter. */
record AuditQuery(PageRequest page, String where, Map<String, Object> parameters) {
    /** The raw query parameters. */
    record Asked(String actor, String action, String tenant, String from, String to) {}

    /** @throws ai.nominate.tenantmgr.kernel.ProblemException naming each invalid parameter */
    static AuditQuery of(String page, String size, Asked asked, Actor caller) {
        PageRequest request = PageRequest.of(page, size);
        Fields fields = new Fields();
        StringBuilder where = new StringBuilder("1 = 1");
        Map<String, Object> parameters = new HashMap<>();
        add("actor", "actor = :actor", fields.optional("actor", asked.actor(), AuditQuery::word), where, parameters);
        add(
                "action",
                "action = :action",
                fields.optional("action", asked.action(), AuditQuery::word),
                where,
                parameters);
        add(
                "tenant",
                "tenantId = :tenant",
                fields.optional("tenant", asked.tenant(), AuditQuery::id),
                where,
                parameters);
        add("from", "at >= :from", fields.optional("from", asked.from(), AuditQuery::time), where, parameters);
        add("to", "at < :to", fields.optional("to", asked.to(), AuditQuery::time), where, parameters);
        caller.tenants().ifPresent(tenants -> add("seen", "tenantId in :seen", tenants, where, parameters));
        fields.throwIfInvalid();
        return new AuditQuery(request, where.toString(), parameters);
    }

    private static void add(
            String name, String condition, Object value, StringBuilder where, Map<String, Object> parameters) {
        if (value != null) {
            where.append(" and ").append(condition);
            parameters.put(name, value);
        }
    }

    private static String word(String text) {
        if (text.isEmpty() || text.length() > 200 || text.chars().anyMatch(Character::isISOControl)) {
            throw new InvalidValue("must be 1 to 200 visible characters");
        }
        return text;
    }

    private static UUID id(String text) {
        if (!text.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")) {
            throw new InvalidValue("must be a tenant id; a deleted tenant has no slug");
        }
        return UUID.fromString(text);
    }

    private static Instant time(String text) {
        try {
            Instant time = Instant.parse(text);
            if (time.isAfter(Instant.parse("1970-01-01T00:00:00Z"))
                    && time.isBefore(Instant.parse("9999-12-31T00:00:00Z"))) {
                return time;
            }
        } catch (DateTimeParseException e) {
            // rejected below, like an out-of-range time
        }
        throw new InvalidValue("must be a time such as 2026-03-01T12:00:00Z");
    }
}
