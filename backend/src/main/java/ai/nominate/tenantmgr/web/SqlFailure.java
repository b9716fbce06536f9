package ai.nominate.tenantmgr.web;

import io.vertx.pgclient.PgException;
import java.sql.SQLException;
import java.util.Objects;
import java.util.stream.Stream;
import org.hibernate.exception.ConstraintViolationException;

/** Finds the PostgreSQL error in a wrapped exception: the pool, Hibernate and JDBC each use their own types. */
public final class SqlFailure {
    private static final int DEEPEST = 20;

    private SqlFailure() {}

    /** Whether this constraint or unique index was violated. */
    public static boolean violates(Throwable e, String constraint) {
        return causes(e).anyMatch(cause -> constraint.equals(constraint(cause)));
    }

    /** Whether PostgreSQL's error code has this prefix. */
    static boolean hasState(Throwable e, String beginning) {
        return causes(e).map(SqlFailure::state).anyMatch(state -> state != null && state.startsWith(beginning));
    }

    static Stream<Throwable> causes(Throwable e) {
        return Stream.iterate(e, Objects::nonNull, Throwable::getCause).limit(DEEPEST);
    }

    private static String constraint(Throwable e) {
        if (e instanceof PgException pg) {
            return pg.getConstraint();
        }
        return e instanceof ConstraintViolationException violation ? violation.getConstraintName() : null;
    }

    private static String state(Throwable e) {
        if (e instanceof PgException pg) {
            return pg.getSqlState();
        }
        return e instanceof SQLException sql ? sql.getSQLState() : null;
    }
}
