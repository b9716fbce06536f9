package ai.nominate.tenantmgr.alert;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** Statements in the caller's session and transaction. */
final class Sql {
    private Sql() {}

    static Uni<Integer> execute(String sql, Map<String, Object> parameters) {
        return Panache.getSession().flatMap(session -> {
            var query = session.createNativeQuery(sql);
            parameters.forEach(query::setParameter);
            return query.executeUpdate();
        });
    }

    /** One statement for any number of values, which it reads from {@code :rows} as JSON; none if there are none. */
    static <T> Uni<Integer> rows(
            String sql, Collection<T> values, Function<T, JsonObject> row, Map<String, Object> parameters) {
        if (values.isEmpty()) {
            return Uni.createFrom().item(0);
        }
        JsonArray rows = new JsonArray();
        values.forEach(value -> rows.add(row.apply(value)));
        Map<String, Object> all = new java.util.HashMap<>(parameters);
        all.put("rows", rows.encode());
        return execute(sql, all);
    }

    static <T> Uni<Void> each(Collection<T> values, Function<T, Uni<Void>> work) {
        return Multi.createFrom()
                .iterable(values)
                .onItem()
                .transformToUniAndConcatenate(work::apply)
                .collect()
                .last()
                .replaceWithVoid();
    }

    static String[] texts(Collection<UUID> ids) {
        return ids.stream().map(UUID::toString).toArray(String[]::new);
    }

    /** Whether a path or parameter is an id at all. */
    static boolean isId(String text) {
        return text.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    }
}
