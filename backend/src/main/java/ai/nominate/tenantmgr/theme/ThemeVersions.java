package ai.nominate.tenantmgr.theme;

import ai.nominate.tenantmgr.kernel.InvalidValue;
import ai.nominate.tenantmgr.kernel.ProblemException;
import ai.nominate.tenantmgr.kernel.RequestProblem;
import ai.nominate.tenantmgr.tenant.TenantSnapshot;
import ai.nominate.tenantmgr.theme.logo.Logo;
import ai.nominate.tenantmgr.web.PageRequest;
import ai.nominate.tenantmgr.web.PageView;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** History of a tenant's theme, and its logo. Every method runs in the caller's session. */
@ApplicationScoped
class ThemeVersions {
    Uni<PageView<ThemeVersion>> list(TenantSnapshot tenant, PageRequest page) {
        return ThemeRow.newest(tenant.id())
                .flatMap(newest -> ThemeRow.count("tenantId = ?1", tenant.id())
                        .flatMap(total -> ThemeRow.<ThemeRow>find("tenantId = ?1 order by version desc", tenant.id())
                                .page(page.page(), page.size())
                                .list()
                                .map(rows -> PageView.of(
                                        rows.stream()
                                                .map(row -> ThemeVersion.of(row, newest.version))
                                                .toList(),
                                        page,
                                        total))));
    }

    /** @throws ProblemException if the tenant uses the application's own */
    Uni<Logo> logo(TenantSnapshot tenant) {
        return ThemeRow.newest(tenant.id())
                .flatMap(row -> row == null || row.logo == null
                        ? Uni.createFrom().nullItem()
                        : LogoRow.<LogoRow>findById(new LogoRow.Key(tenant.id(), row.logo)))
                .onItem()
                .ifNull()
                .failWith(() -> new ProblemException(ThemeProblem.NO_LOGO, "Upload one first"))
                .map(LogoRow::logo);
    }

    /** A version of a path. @throws ProblemException for a text that is no version: it names nothing */
    static int number(String text) {
        try {
            return PageRequest.number(text, 0, Integer.MAX_VALUE);
        } catch (InvalidValue e) {
            throw new ProblemException(RequestProblem.NOT_FOUND, "The tenant's theme has no such version");
        }
    }
}
