package ai.nominate.tenantmgr.theme;

import ai.nominate.tenantmgr.audit.Audit;
import ai.nominate.tenantmgr.kernel.Actor;
import ai.nominate.tenantmgr.kernel.FieldError;
import ai.nominate.tenantmgr.kernel.ProblemException;
import ai.nominate.tenantmgr.kernel.RequestProblem;
import ai.nominate.tenantmgr.tenant.TenantSnapshot;
import ai.nominate.tenantmgr.theme.design.ContrastCheck;
import ai.nominate.tenantmgr.theme.design.Finding;
import ai.nominate.tenantmgr.theme.design.Theme;
import ai.nominate.tenantmgr.theme.logo.Logo;
import ai.nominate.tenantmgr.web.ETags;
import ai.nominate.tenantmgr.web.IfMatch;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Versions of tenants' themes. A new version becomes visible within a second of its commit, without a deployment. Every
 * method runs in the caller's session or transaction.
 */
@ApplicationScoped
public class Themes {
    private final Audit audit;
    private final ThemeEvents events;
    private final Clock clock;

    Themes(Audit audit, ThemeEvents events, Clock clock) {
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    public Uni<ThemeView> get(TenantSnapshot tenant) {
        return ThemeRow.newest(tenant.id()).flatMap(Themes::view);
    }

    public Uni<ThemeSummary> summary(TenantSnapshot tenant) {
        return ThemeRow.newest(tenant.id()).map(ThemeSummary::of);
    }

    /**
     * Makes a theme the tenant's newest version. The logo stays. Without an effect if it is the newest already.
     *
     * @param reason shown in the list of versions; null if there is none
     * @throws ProblemException 422 if a pair of colours lacks contrast and the theme does not accept that
     */
    public Uni<ThemeView> apply(TenantSnapshot tenant, Theme theme, String reason, Actor actor) {
        return apply(tenant, theme, reason, IfMatch.ANYTHING, actor);
    }

    Uni<ThemeView> apply(TenantSnapshot tenant, Theme theme, String reason, IfMatch known, Actor actor) {
        requireReadable(theme);
        ThemeContent content = ThemeContent.of(theme);
        return change(tenant, reason, known, actor, row -> row.content = content);
    }

    /** @param logo null for the application's own */
    Uni<ThemeView> logo(TenantSnapshot tenant, Logo logo, Actor actor) {
        return logo(tenant, logo, logo == null ? "Logo removed" : "Logo uploaded", actor);
    }

    /**
     * Makes a picture the tenant's logo, in a new version. The colours stay. Without an effect if it is the logo already.
     *
     * @param reason shown in the list of versions
     */
    public Uni<ThemeView> logo(TenantSnapshot tenant, Logo logo, String reason, Actor actor) {
        Uni<Void> stored = logo == null ? Uni.createFrom().voidItem() : store(tenant.id(), logo);
        String hash = logo == null ? null : logo.hash();
        return locked(tenant.id())
                .chain(() -> stored)
                .chain(() -> change(tenant, reason, IfMatch.ANYTHING, actor, row -> row.logo = hash));
    }

    /**
     * Makes an earlier version, its logo included, the newest one.
     *
     * @param version 0 for the application's own look
     * @throws ProblemException if there is no such version
     */
    public Uni<ThemeView> restore(TenantSnapshot tenant, int version, Actor actor) {
        Uni<ThemeRow> earlier = version == 0
                ? Uni.createFrom().item(new ThemeRow())
                : ThemeRow.<ThemeRow>findById(new ThemeRow.Key(tenant.id(), version))
                        .onItem()
                        .ifNull()
                        .failWith(() -> new ProblemException(
                                RequestProblem.NOT_FOUND, "The tenant's theme has no version " + version));
        String reason = version == 0 ? "The application's own look" : "Version " + version + " restored";
        return earlier.flatMap(found -> change(tenant, reason, IfMatch.ANYTHING, actor, row -> {
            row.content = found.content;
            row.logo = found.logo;
        }));
    }

    private Uni<ThemeView> change(
            TenantSnapshot tenant, String reason, IfMatch known, Actor actor, Consumer<ThemeRow> change) {
        return locked(tenant.id()).flatMap(before -> {
            known.require(ETags.tag(before == null ? 0 : before.version));
            ThemeRow row = next(tenant.id(), before, reason, actor);
            change.accept(row);
            if (isSame(before, row)) {
                return view(before);
            }
            return row.<ThemeRow>persist()
                    .call(events::written)
                    .call(stored -> audit.record(actor, ThemeAudit.changed(tenant, before, stored)))
                    .flatMap(Themes::view);
        });
    }

    private static boolean isSame(ThemeRow before, ThemeRow row) {
        return before == null
                ? row.content == null && row.logo == null
                : Objects.equals(before.content, row.content) && Objects.equals(before.logo, row.logo);
    }

    private ThemeRow next(UUID tenant, ThemeRow before, String reason, Actor actor) {
        ThemeRow row = new ThemeRow();
        row.tenantId = tenant;
        row.version = before == null ? 1 : before.version + 1;
        if (before != null) {
            row.content = before.content;
            row.logo = before.logo;
        }
        row.reason = reason;
        row.createdAt = clock.instant();
        row.createdBy = actor.name();
        return row;
    }

    private Uni<Void> store(UUID tenant, Logo logo) {
        LogoRow row = LogoRow.of(tenant, logo, clock.instant());
        return LogoRow.<LogoRow>findById(new LogoRow.Key(tenant, row.hash))
                .flatMap(known -> known == null
                        ? row.<LogoRow>persist()
                        : Uni.createFrom().item(known))
                .replaceWithVoid();
    }

    /** Serialises concurrent changes: each creates a version of its own. */
    private static Uni<ThemeRow> locked(UUID tenant) {
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery("select 1 from tenant where id = :id for update")
                        .setParameter("id", tenant)
                        .getSingleResultOrNull())
                .flatMap(locked -> ThemeRow.newest(tenant));
    }

    private static Uni<ThemeView> view(ThemeRow row) {
        if (row == null) {
            return Uni.createFrom().item(ThemeView.NONE);
        }
        return row.logo == null
                ? Uni.createFrom().item(ThemeView.of(row, null))
                : LogoRow.<LogoRow>findById(new LogoRow.Key(row.tenantId, row.logo))
                        .map(logo -> ThemeView.of(row, logo));
    }

    private static void requireReadable(Theme theme) {
        List<Finding> failures = theme.draft().brandOverride() ? List.of() : ContrastCheck.failures(theme);
        if (!failures.isEmpty()) {
            throw new ProblemException(
                            ThemeProblem.UNREADABLE, "Change the colours, or set brandOverride to keep them on purpose")
                    .withErrors(failures.stream().map(Themes::error).toList());
        }
    }

    private static FieldError error(Finding finding) {
        String has = String.format(
                Locale.ROOT,
                "has %.2f : 1 on %s, needs %s : 1",
                Math.floor(finding.ratio() * 100) / 100,
                finding.pair().ground().key(),
                finding.pair().required() == 3 ? "3" : "4.5");
        String hint = finding.repair()
                .map(repair -> "; " + repair.to() + " for " + repair.token().key() + " is the nearest that passes")
                .orElse("");
        return new FieldError(
                finding.scheme().name().toLowerCase(Locale.ROOT) + "."
                        + finding.pair().front().key(),
                has + hint);
    }
}
