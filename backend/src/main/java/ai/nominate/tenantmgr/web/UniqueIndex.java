package ai.nominate.tenantmgr.web;

import java.util.Optional;
import org.hibernate.exception.ConstraintViolationException;

/** Reads a unique index's refusal: the database decides who was first, not a look beforehand. */
public final class UniqueIndex {
    private UniqueIndex() {}

    /** The name of the index that refused; empty when the failure is something else. */
    public static Optional<String> refused(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConstraintViolationException violation
                    && violation.getKind() == ConstraintViolationException.ConstraintKind.UNIQUE) {
                return Optional.ofNullable(violation.getConstraintName());
            }
        }
        return Optional.empty();
    }

    public static boolean refused(Throwable failure, String index) {
        return refused(failure).filter(index::equals).isPresent();
    }
}
