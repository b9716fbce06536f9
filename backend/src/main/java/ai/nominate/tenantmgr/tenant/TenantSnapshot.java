package ai.nominate.tenantmgr.tenant;

import ai.nominate.tenantmgr.kernel.DomainName;
import ai.nominate.tenantmgr.kernel.Slot;
import ai.nominate.tenantmgr.kernel.TenantSlug;
import ai.nominate.tenantmgr.kernel.TenantSource;
import ai.nominate.tenantmgr.port.TenantPorts;
import ai.nominate.tenantmgr.web.ETags;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * An immutable snapshot of a tenant, for other packages.
 *
 * @param server number of the tenant's server
 * @param aliases additional host names
 * @param redirects the aliases that redirect to the domain
 * @param local the local name on this machine, if any
 * @param source empty for the default source
 */
public record TenantSnapshot(
        UUID id,
        short server,
        TenantSlug slug,
        String name,
        DomainName domain,
        List<DomainName> aliases,
        List<DomainName> redirects,
        Optional<DomainName> local,
        TenantStatus status,
        String health,
        Optional<TenantSource> source,
        Optional<Slot> live,
        Map<Slot, SlotContent> slots,
        TenantPorts ports,
        TenantNotes notes,
        Instant createdAt) {

    /**
     * The content of a slot.
     *
     * @param configVersion the configuration with which its services were started
     * @param domain the tenant's domain when its services were started
     */
    public record SlotContent(
            Optional<String> release, Optional<Integer> configVersion, Optional<DomainName> domain, SlotStatus status) {
        static final SlotContent EMPTY =
                new SlotContent(Optional.empty(), Optional.empty(), Optional.empty(), SlotStatus.EMPTY);
    }

    public SlotContent slot(Slot slot) {
        return slots.getOrDefault(slot, SlotContent.EMPTY);
    }

    /** The tenant with other names, for what is prepared before they are assigned to it. */
    public TenantSnapshot named(DomainName newDomain, List<DomainName> newAliases, List<DomainName> newRedirects) {
        return new TenantSnapshot(
                id,
                server,
                slug,
                name,
                newDomain,
                newAliases,
                newRedirects,
                local,
                status,
                health,
                source,
                live,
                slots,
                ports,
                notes,
                createdAt);
    }

    /** Identifies the state that a change replaces, for {@link ai.nominate.tenantmgr.web.IfMatch}. */
    public String tag() {
        return ETags.tag(name, domain, aliases, source, notes);
    }

    /** All host names, the domain first. */
    public List<DomainName> hosts() {
        return java.util.stream.Stream.of(
                        List.of(domain), aliases, local.stream().toList())
                .flatMap(List::stream)
                .distinct()
                .toList();
    }
}
