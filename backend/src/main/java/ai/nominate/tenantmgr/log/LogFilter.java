package ai.nominate.tenantmgr.log;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Which entries a reader wants and may see. The same rule in SQL and for entries in memory.
 *
 * @param level the least; null for all
 * @param source null for all
 * @param search in lower case; null for all
 * @param from included; null for the oldest
 * @param to excluded; null for the newest
 * @param seen the tenants whose entries the reader may see; empty for all entries
 */
record LogFilter(
        LogLevel level,
        LogSource source,
        UUID tenant,
        UUID run,
        String search,
        Instant from,
        Instant to,
        Optional<Set<UUID>> seen) {

    LogFilter {
        search = search == null || search.isBlank() ? null : search.toLowerCase(Locale.ROOT);
        seen = seen.map(Set::copyOf);
    }

    boolean matches(LogEntry entry) {
        return (level == null || level.andAbove().contains(entry.level()))
                && (source == null || source.id().equals(entry.source()))
                && (tenant == null || tenant.equals(entry.tenantId()))
                && (run == null || run.equals(entry.runId()))
                && (from == null || !entry.at().isBefore(from))
                && (to == null || entry.at().isBefore(to))
                && (seen.isEmpty() || entry.tenantId() != null && seen.get().contains(entry.tenantId()))
                && (search == null
                        || searched(entry)
                                .anyMatch(text -> text.toLowerCase(Locale.ROOT).contains(search)));
    }

    private static Stream<String> searched(LogEntry entry) {
        return Stream.of(
                        Optional.ofNullable(entry.text()),
                        Optional.ofNullable(entry.logger()),
                        Optional.ofNullable(entry.requestId()),
                        Optional.ofNullable(entry.actor()))
                .flatMap(Optional::stream);
    }

    /** The condition that limits what is looked at: it is in an index. */
    String range(List<Object> parameters) {
        StringBuilder sql = new StringBuilder();
        add(sql, parameters, "at >= $%d", from == null ? null : from.atOffset(java.time.ZoneOffset.UTC));
        add(sql, parameters, "at < $%d", to == null ? null : to.atOffset(java.time.ZoneOffset.UTC));
        add(sql, parameters, "tenant_id = $%d", tenant);
        add(
                sql,
                parameters,
                "tenant_id = any($%d)",
                seen.map(ids -> ids.toArray(UUID[]::new)).orElse(null));
        return sql.toString();
    }

    /** The condition on each entry that is looked at. */
    String condition(List<Object> parameters) {
        StringBuilder sql = new StringBuilder();
        add(
                sql,
                parameters,
                "level = any($%d)",
                level == null ? null : level.andAbove().toArray(String[]::new));
        add(sql, parameters, "source = $%d", source == null ? null : source.id());
        add(sql, parameters, "run_id = $%d", run);
        add(
                sql,
                parameters,
                "(position($%1$d in lower(text)) > 0 or position($%1$d in lower(logger)) > 0"
                        + " or position($%1$d in lower(request_id)) > 0 or position($%1$d in lower(actor)) > 0)",
                search);
        return sql.toString();
    }

    private static void add(StringBuilder sql, List<Object> parameters, String condition, Object value) {
        if (value != null) {
            parameters.add(value);
            sql.append(" and ").append(condition.formatted(parameters.size()));
        }
    }
}
