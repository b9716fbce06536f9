package ai.nominate.tenantmgr.tenant;

import ai.nominate.tenantmgr.kernel.FieldError;
import ai.nominate.tenantmgr.kernel.ProblemException;
import ai.nominate.tenantmgr.kernel.TenantSlug;
import java.util.List;
import org.hibernate.exception.ConstraintViolationException;

/** What to say when somebody else was first: the database decides who was, not a look beforehand. */
final class Taken {
    private static final String SLUG = "tenant_slug_key";
    private static final String REASON = "is taken by another tenant";

    private Taken() {}

    static boolean isSlug(Throwable e) {
        return e instanceof ConstraintViolationException refusal && SLUG.equals(refusal.getConstraintName());
    }

    static ProblemException slug(TenantSlug slug) {
        return new ProblemException(TenantProblem.SLUG_TAKEN, "The slug " + slug + " is taken")
                .withError("slug", REASON);
    }

    /** @param fields those whose host name is another tenant's */
    static ProblemException hosts(List<String> fields) {
        return new ProblemException(TenantProblem.HOST_TAKEN, "A host name belongs to one tenant only")
                .withErrors(fields.stream()
                        .map(field -> new FieldError(field, REASON))
                        .toList());
    }
}
