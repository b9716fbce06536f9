package ai.nominate.tenantmgr.tenantapi;

import ai.nominate.tenantmgr.kernel.DomainName;
import ai.nominate.tenantmgr.kernel.Fields;
import ai.nominate.tenantmgr.kernel.TenantSlug;
import ai.nominate.tenantmgr.settings.Settings;
import ai.nominate.tenantmgr.tenant.DomainSettings;
import ai.nominate.tenantmgr.tenant.TenantSnapshot;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Warns of domain names that are reserved or look like others, or refuses them if the setting demands it. */
@ApplicationScoped
class NameWarnings {
    private final Settings settings;

    NameWarnings(Settings settings) {
        this.settings = settings;
    }

    static List<WarningView> of(TenantSnapshot tenant) {
        return of(tenant.slug(), tenant.domain(), tenant.aliases(), Set.of());
    }

    /**
     * @param kept names that the tenant has already: they stay
     * @return fails with the fields of all names that are refused
     */
    Uni<Void> check(TenantSlug slug, DomainName domain, List<DomainName> aliases, Collection<DomainName> kept) {
        List<WarningView> warnings = of(slug, domain, aliases, new HashSet<>(kept));
        if (warnings.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return areRefused()
                .invoke(isStrict -> {
                    Fields fields = new Fields();
                    if (isStrict) {
                        warnings.forEach(warning -> fields.add(warning.field(), warning.message()));
                    }
                    fields.throwIfInvalid();
                })
                .replaceWithVoid();
    }

    /** Warns of one name, before there is a tenant. */
    static Optional<String> of(TenantSlug slug, DomainName name) {
        List<WarningView> warnings = new ArrayList<>();
        add(warnings, "name", slug, name, Set.of());
        return warnings.stream().map(WarningView::message).findFirst();
    }

    /** Whether a name that warnings are given for is refused. */
    Uni<Boolean> areRefused() {
        return settings.get(DomainSettings.STRICT_NAMES);
    }

    private static List<WarningView> of(
            TenantSlug slug, DomainName domain, List<DomainName> aliases, Set<DomainName> kept) {
        List<WarningView> warnings = new ArrayList<>();
        add(warnings, "domain", slug, domain, kept);
        for (int i = 0; i < aliases.size(); i++) {
            add(warnings, "aliases[" + i + "]", slug, aliases.get(i), kept);
        }
        return warnings;
    }

    private static void add(
            List<WarningView> warnings, String field, TenantSlug slug, DomainName name, Set<DomainName> kept) {
        if (!kept.contains(name) && !name.value().equals(slug + ".localhost")) {
            name.warning().ifPresent(message -> warnings.add(new WarningView(field, message)));
        }
    }
}
