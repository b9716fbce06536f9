package ai.nominate.tenantmgr.analysis;

import ai.nominate.tenantmgr.analysis.logo.FoundLogos;
import ai.nominate.tenantmgr.analysis.logo.SelectedLogo;
import ai.nominate.tenantmgr.kernel.Actor;
import ai.nominate.tenantmgr.kernel.ProblemException;
import ai.nominate.tenantmgr.tenant.TenantRegistry;
import ai.nominate.tenantmgr.tenant.TenantSnapshot;
import ai.nominate.tenantmgr.theme.ThemeView;
import ai.nominate.tenantmgr.theme.Themes;
import ai.nominate.tenantmgr.theme.design.Theme;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;

/**
 * Makes a suggestion the tenant's theme, and a logo that was found its logo. Of a tenant's suggestions the one that was applied last is
 * marked.
 */
@ApplicationScoped
class SuggestionSelection {
    private static final String UNMARK = """
            update analysis_suggestion set selected_at = null where selected_at is not null
                and analysis_id in (select id from analysis where tenant_id = :tenant)""";

    private final TenantRegistry tenants;
    private final Analyses analyses;
    private final Themes themes;
    private final Clock clock;

    SuggestionSelection(TenantRegistry tenants, Analyses analyses, Themes themes, Clock clock) {
        this.tenants = tenants;
        this.analyses = analyses;
        this.themes = themes;
        this.clock = clock;
    }

    /** @throws ProblemException {@link AnalysisProblem#NO_SUGGESTION} also for one of another tenant */
    Uni<ThemeView> apply(String tenant, UUID suggestion, Actor actor) {
        return Panache.withTransaction(() -> tenants.lock(tenant, actor)
                .flatMap(found -> find(found.id(), suggestion).flatMap(row -> apply(found, row, actor))));
    }

    /** @throws ProblemException {@link AnalysisProblem#UNKNOWN} also for an analysis of another tenant */
    Uni<ThemeView> apply(String tenant, SelectedLogo logo, Actor actor) {
        return Panache.withTransaction(() -> tenants.lock(tenant, actor)
                .flatMap(found -> analyses.find(tenant, logo.analysisId(), actor)
                        .flatMap(analysis -> FoundLogos.get(analysis.row().id, logo.logoId()))
                        .flatMap(file -> themes.logo(found, file, "Logo of the website", actor))));
    }

    private static Uni<SuggestionRow> find(UUID tenant, UUID suggestion) {
        return SuggestionRow.<SuggestionRow>findById(suggestion)
                .flatMap(row -> row == null
                        ? Uni.createFrom().<SuggestionRow>nullItem()
                        : AnalysisRow.of(row.analysisId).map(analysis -> analysis.tenantId.equals(tenant) ? row : null))
                .onItem()
                .ifNull()
                .failWith(() -> new ProblemException(
                        AnalysisProblem.NO_SUGGESTION,
                        "List suggestions with GET /api/tenants/{id}/theme/suggestions"));
    }

    private Uni<ThemeView> apply(TenantSnapshot tenant, SuggestionRow row, Actor actor) {
        Card card = Stored.card(row.card);
        return themes.apply(tenant, Theme.of(SuggestedTheme.of(card)), "Suggestion: " + card.title(), actor)
                .call(applied -> mark(tenant.id(), row.id));
    }

    private Uni<Void> mark(UUID tenant, UUID suggestion) {
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(UNMARK)
                        .setParameter("tenant", tenant)
                        .executeUpdate())
                .flatMap(done -> SuggestionRow.update("selectedAt = ?1 where id = ?2", clock.instant(), suggestion))
                .replaceWithVoid();
    }
}
