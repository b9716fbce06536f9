package ai.nominate.tenantmgr.tenant;

import ai.nominate.tenantmgr.kernel.DomainName;
import ai.nominate.tenantmgr.kernel.Slot;
import ai.nominate.tenantmgr.kernel.TenantSlug;
import ai.nominate.tenantmgr.kernel.TenantSource;
import ai.nominate.tenantmgr.port.PortAllocator;
import ai.nominate.tenantmgr.port.TenantPorts;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Assembles tenants from their rows: three queries for a page of any size. */
@ApplicationScoped
class TenantSnapshots {
    private final PortAllocator ports;

    TenantSnapshots(PortAllocator ports) {
        this.ports = ports;
    }

    Uni<TenantSnapshot> of(Tenant tenant) {
        return of(List.of(tenant)).map(List::getFirst);
    }

    Uni<List<TenantSnapshot>> of(List<Tenant> tenants) {
        if (tenants.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        List<UUID> ids = tenants.stream().map(tenant -> tenant.id).toList();
        return TenantHost.<TenantHost>list("tenantId in ?1 order by host", ids)
                .flatMap(hosts -> TenantSlot.<TenantSlot>list("tenantId in ?1", ids)
                        .flatMap(slots -> ports.portsOf(ids).map(blocks -> assemble(tenants, hosts, slots, blocks))));
    }

    private static List<TenantSnapshot> assemble(
            List<Tenant> tenants, List<TenantHost> hosts, List<TenantSlot> slots, Map<UUID, TenantPorts> blocks) {
        Map<UUID, List<TenantHost>> hostsOf = hosts.stream().collect(Collectors.groupingBy(host -> host.tenantId));
        Map<UUID, List<TenantSlot>> slotsOf = slots.stream().collect(Collectors.groupingBy(slot -> slot.tenantId));
        return tenants.stream()
                .map(tenant -> snapshot(
                        tenant,
                        hostsOf.getOrDefault(tenant.id, List.of()),
                        slotsOf.getOrDefault(tenant.id, List.of()),
                        blocks.get(tenant.id)))
                .toList();
    }

    private static TenantSnapshot snapshot(
            Tenant tenant, List<TenantHost> hosts, List<TenantSlot> slots, TenantPorts block) {
        Map<Slot, TenantSnapshot.SlotContent> contents = new EnumMap<>(Slot.class);
        for (TenantSlot slot : slots) {
            contents.put(
                    Slot.of(slot.slot),
                    new TenantSnapshot.SlotContent(
                            Optional.ofNullable(slot.releaseId),
                            Optional.ofNullable(slot.configVersion),
                            Optional.ofNullable(slot.domain).map(DomainName::new),
                            SlotStatus.of(slot.status)));
        }
        return new TenantSnapshot(
                tenant.id,
                tenant.serverId,
                new TenantSlug(tenant.slug),
                tenant.name,
                new DomainName(tenant.domain),
                named(hosts, TenantHost.ALIAS, TenantHost.REDIRECT),
                named(hosts, TenantHost.REDIRECT),
                named(hosts, TenantHost.LOCAL).stream().findFirst(),
                TenantStatus.of(tenant.status),
                tenant.health,
                Optional.ofNullable(tenant.sourceKind)
                        .map(kind -> TenantSource.stored(
                                kind, tenant.sourceLocation, tenant.sourceRef, tenant.sourceCredential)),
                Optional.ofNullable(tenant.liveSlot).map(Slot::of),
                Map.copyOf(contents),
                block,
                TenantNotes.stored(tenant.timeZone, tenant.labels, tenant.notes),
                tenant.createdAt);
    }

    private static List<DomainName> named(List<TenantHost> hosts, String... kinds) {
        return hosts.stream()
                .filter(host -> List.of(kinds).contains(host.kind))
                .map(host -> new DomainName(host.host))
                .toList();
    }
}
