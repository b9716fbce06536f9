package ai.nominate.tenantmgr.config;

import ai.nominate.tenantmgr.kernel.Fields;
import ai.nominate.tenantmgr.kernel.InvalidValue;
import ai.nominate.tenantmgr.kernel.ProblemException;
import ai.nominate.tenantmgr.kernel.RequestProblem;
import ai.nominate.tenantmgr.tenant.TenantSnapshot;
import ai.nominate.tenantmgr.web.PageRequest;
import ai.nominate.tenantmgr.web.PageView;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** History of a tenant's configuration. Every method runs in the caller's session. */
@ApplicationScoped
class ConfigVersions {
    private final Configs configs;

    ConfigVersions(Configs configs) {
        this.configs = configs;
    }

    Uni<PageView<ConfigVersion>> list(TenantSnapshot tenant, PageRequest page) {
        Integer running =
                tenant.live().flatMap(live -> tenant.slot(live).configVersion()).orElse(null);
        return TenantConfig.count("tenantId = ?1", tenant.id())
                .flatMap(total -> TenantConfig.<TenantConfig>find("tenantId = ?1 order by version desc", tenant.id())
                        .page(page.page(), page.size())
                        .list()
                        .map(rows -> PageView.of(
                                rows.stream()
                                        .map(row -> ConfigVersion.of(row, running))
                                        .toList(),
                                page,
                                total)));
    }

    /**
     * @param from a version; null for the version of the running services, or the one before the newest if nothing runs
     * @param to a version; null for the newest
     */
    Uni<ConfigDiff> diff(TenantSnapshot tenant, String from, String to) {
        Fields fields = new Fields();
        Integer first = fields.optional("from", from, text -> PageRequest.number(text, 1, Integer.MAX_VALUE));
        Integer second = fields.optional("to", to, text -> PageRequest.number(text, 1, Integer.MAX_VALUE));
        fields.throwIfInvalid();
        return TenantConfig.newest(tenant.id()).flatMap(newest -> {
            int end = second == null ? newest.version : second;
            int begin = first == null ? running(tenant, newest.version) : first;
            return version(tenant, "from", begin)
                    .flatMap(before -> version(tenant, "to", end).map(after -> ConfigDiff.between(before, after)));
        });
    }

    /** A version of a path. @throws ProblemException for a text that is no version: it names nothing */
    static int number(String text) {
        try {
            return PageRequest.number(text, 1, Integer.MAX_VALUE);
        } catch (InvalidValue e) {
            throw new ProblemException(RequestProblem.NOT_FOUND, "The tenant's configuration has no such version");
        }
    }

    private static int running(TenantSnapshot tenant, int newest) {
        return tenant.live().flatMap(live -> tenant.slot(live).configVersion()).orElse(Math.max(1, newest - 1));
    }

    private Uni<PinnedConfig> version(TenantSnapshot tenant, String field, int version) {
        return configs.pinned(tenant.id(), version)
                .onItem()
                .ifNull()
                .failWith(() -> new ProblemException(RequestProblem.INVALID, "One field is invalid")
                        .withError(field, "there is no version " + version));
    }
}
