package ai.nominate.tenantmgr.log;

import ai.nominate.tenantmgr.kernel.Actor;
import ai.nominate.tenantmgr.kernel.Fields;
import ai.nominate.tenantmgr.kernel.InvalidValue;
import ai.nominate.tenantmgr.kernel.ProblemException;
import ai.nominate.tenantmgr.tenant.TenantProblem;
import ai.nominate.tenantmgr.web.TenantLookup;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import java.util.regex.Pattern;

/** Reads a filter from the parameters of a request. */
@ApplicationScoped
class LogQuery {
    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final Instant FIRST = Instant.parse("1970-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T00:00:00Z");

    private final TenantLookup tenants;

    LogQuery(TenantLookup tenants) {
        this.tenants = tenants;
    }

    /** The raw query parameters. */
    record Asked(String level, String source, String tenant, String run, String search, String from, String to) {}

    /**
     * @throws ProblemException naming each invalid parameter
     * @return fails with {@link TenantProblem#UNKNOWN} for a tenant that the actor may not see
     */
    Uni<LogFilter> filter(Asked asked, Actor actor) {
        Fields fields = new Fields();
        LogLevel level = fields.optional("level", asked.level(), LogLevel::of);
        LogSource source = fields.optional("source", asked.source(), LogSource::of);
        UUID run = fields.optional("run", asked.run(), LogQuery::id);
        String search = fields.optional("search", asked.search(), LogQuery::search);
        Instant from = fields.optional("from", asked.from(), LogQuery::time);
        Instant to = fields.optional("to", asked.to(), LogQuery::time);
        fields.throwIfInvalid();
        return tenant(asked.tenant(), actor)
                .map(tenant -> new LogFilter(level, source, tenant, run, search, from, to, actor.tenants()));
    }

    /** An id is enough, so that the entries of a deleted tenant can be read. */
    private Uni<UUID> tenant(String text, Actor actor) {
        if (text == null || text.isEmpty()) {
            return Uni.createFrom().nullItem();
        }
        if (ID.matcher(text).matches() && actor.canAccess(UUID.fromString(text))) {
            return Uni.createFrom().item(UUID.fromString(text));
        }
        return Panache.withSession(() -> tenants.find(text, actor))
                .onItem()
                .ifNull()
                .failWith(() -> new ProblemException(TenantProblem.UNKNOWN, "No tenant has this id or slug"));
    }

    /** @return null when there is none */
    static Long seq(Fields fields, String name, String text) {
        return fields.optional(name, text, given -> {
            if (!given.matches("[0-9]{1,18}")) {
                throw new InvalidValue("must be the number of an entry");
            }
            return Long.parseLong(given);
        });
    }

    private static UUID id(String text) {
        if (!ID.matcher(text).matches()) {
            throw new InvalidValue("must be the id of a run or a deployment");
        }
        return UUID.fromString(text);
    }

    private static String search(String text) {
        if (text.length() > 200 || text.chars().anyMatch(Character::isISOControl)) {
            throw new InvalidValue("must be at most 200 visible characters");
        }
        return text;
    }

    private static Instant time(String text) {
        try {
            Instant time = Instant.parse(text);
            if (time.isAfter(FIRST) && time.isBefore(LAST)) {
                return time;
            }
        } catch (DateTimeParseException e) {
            // rejected below, like an out-of-range time
        }
        throw new InvalidValue("must be a time such as 2026-03-01T12:00:00Z");
    }
}
