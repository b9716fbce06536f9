package ai.nominate.tenantmgr.backup.proof;

import ai.nominate.tenantmgr.backup.bundle.UnpackedBundle;
import ai.nominate.tenantmgr.backup.work.TenantRecord;
import ai.nominate.tenantmgr.config.PinnedConfig;
import ai.nominate.tenantmgr.kernel.DomainName;
import ai.nominate.tenantmgr.kernel.EnvKey;
import ai.nominate.tenantmgr.kernel.Secret;
import ai.nominate.tenantmgr.kernel.TenantSlug;
import ai.nominate.tenantmgr.manifest.Manifest;
import ai.nominate.tenantmgr.manifest.ServicePorts;
import ai.nominate.tenantmgr.port.PortBlock;
import ai.nominate.tenantmgr.port.PortPair;
import ai.nominate.tenantmgr.port.TenantPorts;
import ai.nominate.tenantmgr.tenant.TenantNotes;
import ai.nominate.tenantmgr.tenant.TenantSnapshot;
import ai.nominate.tenantmgr.tenant.TenantStatus;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** A tenant as its backup knows it: the same whether it still exists or not. */
public record RestoredTenant(UnpackedBundle bundle, TenantRecord record) {
    /** In the network of a copy all ports are free. */
    private static final int FIRST_PORT = 20_000;

    private static final ObjectMapper JSON =
            new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    /** Empty if the backup has no configuration. */
    public static Optional<RestoredTenant> of(UnpackedBundle bundle) throws IOException {
        return bundle.configuration().isEmpty()
                ? Optional.empty()
                : Optional.of(new RestoredTenant(
                        bundle, JSON.readValue(bundle.configuration().get().toFile(), TenantRecord.class)));
    }

    /** @param server where it is restored */
    TenantSnapshot snapshot(short server, Manifest manifest) {
        TenantRecord.Properties known = record.tenant();
        return new TenantSnapshot(
                bundle.manifest().tenantId(),
                server,
                new TenantSlug(bundle.manifest().slug()),
                known.name(),
                new DomainName(known.domain()),
                names(known.aliases()),
                names(known.redirects()),
                Optional.empty(),
                TenantStatus.STOPPED,
                "unknown",
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                ports(manifest),
                TenantNotes.NONE,
                bundle.manifest().createdAt());
    }

    private static List<DomainName> names(List<String> names) {
        return names == null ? List.of() : names.stream().map(DomainName::new).toList();
    }

    private static TenantPorts ports(Manifest manifest) {
        SortedMap<Integer, PortPair> pairs = new TreeMap<>();
        int beyond = ServicePorts.of(manifest).beyondBlock().size();
        for (int index = 0; index < beyond; index++) {
            pairs.put(ServicePorts.IN_BLOCK + index, new PortPair(FIRST_PORT + PortBlock.SIZE + 2 * index));
        }
        return new TenantPorts(new PortBlock(FIRST_PORT), pairs);
    }

    public PinnedConfig configuration() {
        Map<EnvKey, String> plain = new TreeMap<>();
        Map<EnvKey, Secret> secret = new TreeMap<>();
        record.env().forEach((key, value) -> {
            if (value.secret()) {
                secret.put(new EnvKey(key), new Secret(value.value()));
            } else {
                plain.put(new EnvKey(key), value.value());
            }
        });
        return new PinnedConfig(
                record.version(),
                Optional.ofNullable(record.adminEmail()),
                record.adminUsername(),
                new Secret(record.adminPassword()),
                plain,
                secret);
    }
}
