package ai.nominate.tenantmgr.tenant;

import ai.nominate.tenantmgr.kernel.DomainName;
import ai.nominate.tenantmgr.kernel.ProblemException;
import ai.nominate.tenantmgr.kernel.TenantSlug;
import io.vertx.pgclient.PgException;

/** Reads a unique index's refusal: the database decides who was first, not a look beforehand. */
final class Taken {
    private static final String UNIQUE_VIOLATION = "23505";

    private Taken() {}

    static boolean isDuplicate(Throwable e) {
        return cause(e) != null;
    }

    static ProblemException slug(TenantSlug slug) {
        return new ProblemException(TenantProblem.SLUG_TAKEN, "The slug " + slug + " is taken")
                .withError("slug", "is taken by another tenant");
    }

    static ProblemException host(Throwable e, DomainName domain) {
        PgException cause = cause(e);
        String detail = cause.getDetail() == null ? "" : cause.getDetail();
        boolean isDomain = detail.contains("(" + domain.value() + ")");
        return new ProblemException(TenantProblem.HOST_TAKEN, "A host name belongs to one tenant only")
                .withError(
                        isDomain ? "domain" : detail.contains(".localhost)") ? "slug" : "aliases",
                        "is taken by another tenant");
    }

    private static PgException cause(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof PgException pg && UNIQUE_VIOLATION.equals(pg.getSqlState())) {
                return pg;
            }
        }
        return null;
    }
}
