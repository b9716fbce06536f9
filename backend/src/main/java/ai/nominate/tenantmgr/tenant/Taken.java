package ai.nominate.tenantmgr.tenant;

import ai.nominate.tenantmgr.kernel.DomainName;
import ai.nominate.tenantmgr.kernel.ProblemException;
import ai.nominate.tenantmgr.kernel.TenantSlug;
import ai.nominate.tenantmgr.web.UniqueIndex;

/** The refusals of names that another tenant has. The indexes refuse; this says which field it was. */
final class Taken {
    private static final String SLUG = "tenant_slug_key";
    private static final String HOST = "tenant_host_pkey";
    private static final String BY_ANOTHER = "is taken by another tenant";

    private Taken() {}

    static boolean slug(Throwable e) {
        return UniqueIndex.refused(e, SLUG);
    }

    static boolean host(Throwable e) {
        return UniqueIndex.refused(e, HOST);
    }

    static ProblemException slug(TenantSlug slug) {
        return new ProblemException(TenantProblem.SLUG_TAKEN, "The slug " + slug + " is taken")
                .withError("slug", BY_ANOTHER);
    }

    /** @param kind of the row that was refused, as {@link TenantHost} names it */
    static ProblemException host(String host, String kind, NewTenant wanted) {
        return new ProblemException(TenantProblem.HOST_TAKEN, host + " belongs to another tenant")
                .withError(field(host, kind, wanted), BY_ANOTHER);
    }

    private static String field(String host, String kind, NewTenant wanted) {
        return switch (kind) {
            case TenantHost.DOMAIN -> "domain";
            case TenantHost.ALIAS -> "aliases[" + wanted.aliases().indexOf(new DomainName(host)) + "]";
            default -> "slug";
        };
    }
}
