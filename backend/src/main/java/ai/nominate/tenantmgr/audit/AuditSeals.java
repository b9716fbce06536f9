package ai.nominate.tenantmgr.audit;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** The table of seals, and the entries that have none. */
@Singleton
class AuditSeals {
    static final int PAGE = 1000;
    /** Two managers that seal at once would give one number twice; one that finds the lock taken leaves it to the other. */
    private static final String LOCK = "select pg_try_advisory_xact_lock(hashtext('audit_seal'))";

    private static final String LAST =
            "select number, entry_id, hash, mac as seal_mac from audit_seal order by number desc limit 1";
    /** An hour covers transactions that were under way, and clocks of managers that differ; the verification finds the rest. */
    private static final String UNSEALED = """
            select %s, mac from audit_entry e
            where at > coalesce((select max(at) from audit_entry x join audit_seal s on s.entry_id = x.id
                                 where s.number > (select max(number) from audit_seal) - 100), '-infinity') - interval '1 hour'
              and not exists (select 1 from audit_seal s where s.entry_id = e.id) and not (id = any($1))
            order by at, id limit $2""".formatted(CanonicalEntry.COLUMNS);

    private static final String INSERT = "insert into audit_seal (number, entry_id, hash, mac) values ($1, $2, $3, $4)";
    private static final String AFTER = """
            select s.number, s.entry_id, s.hash, s.mac as seal_mac, e.* from audit_seal s left join audit_entry e on e.id = s.entry_id
            where s.number > $1 order by s.number limit $2""";
    private static final String NEVER_SEALED = """
            select id, at, action from audit_entry e
            where (at < now() - interval '1 minute' or id = any($1))
              and not exists (select 1 from audit_seal s where s.entry_id = e.id)
            order by at, id limit $2""";

    private final Pool pool;

    AuditSeals(Pool pool) {
        this.pool = pool;
    }

    /** Runs the work in one transaction, unless another manager does so now. */
    <T> Uni<T> exclusively(Function<SqlConnection, Uni<T>> work) {
        return pool.withTransaction(connection -> connection
                .query(LOCK)
                .execute()
                .flatMap(locked -> locked.iterator().next().getBoolean(0)
                        ? work.apply(connection)
                        : Uni.createFrom().nullItem()));
    }

    /** The newest seal. */
    Uni<Optional<Row>> last() {
        return pool.query(LAST).execute().map(AuditSeals::first);
    }

    Uni<Optional<Row>> last(SqlConnection connection) {
        return connection.query(LAST).execute().map(AuditSeals::first);
    }

    /** Entries without a seal, oldest first, with their signatures. */
    Uni<List<Row>> unsealed(SqlConnection connection, Collection<UUID> without) {
        return connection
                .preparedQuery(UNSEALED)
                .execute(Tuple.of(without.toArray(UUID[]::new), PAGE))
                .map(AuditSeals::list);
    }

    Uni<Void> insert(SqlConnection connection, List<Seal> seals, AuditSignature signature) {
        List<Tuple> rows = seals.stream()
                .map(seal -> Tuple.of(
                        seal.head().number(),
                        seal.entry(),
                        Buffer.buffer(seal.head().bytes()),
                        signature.sign(seal.bytes())))
                .toList();
        return rows.isEmpty()
                ? Uni.createFrom().voidItem()
                : connection.preparedQuery(INSERT).executeBatch(rows).replaceWithVoid();
    }

    /** Seals after a number with their entries, in order. */
    Uni<List<Row>> after(long number) {
        return pool.preparedQuery(AFTER).execute(Tuple.of(number, PAGE)).map(AuditSeals::list);
    }

    /** Entries that no manager has sealed although it had the time to, and those of these that have no seal. */
    Uni<List<Row>> neverSealed(Collection<UUID> foreign, int most) {
        return pool.preparedQuery(NEVER_SEALED)
                .execute(Tuple.of(foreign.toArray(UUID[]::new), most))
                .map(AuditSeals::list);
    }

    private static Optional<Row> first(RowSet<Row> rows) {
        return rows.size() == 0 ? Optional.empty() : Optional.of(rows.iterator().next());
    }

    private static List<Row> list(Iterable<Row> rows) {
        List<Row> list = new ArrayList<>();
        rows.forEach(list::add);
        return list;
    }
}
