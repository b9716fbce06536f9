package ai.nominate.tenantmgr.backup.proof;

import ai.nominate.tenantmgr.backup.boot.BootPlan;
import ai.nominate.tenantmgr.kernel.EnvKey;
import ai.nominate.tenantmgr.kernel.PortNumber;
import ai.nominate.tenantmgr.kernel.ServiceName;
import ai.nominate.tenantmgr.kernel.Slot;
import ai.nominate.tenantmgr.manifest.Manifest;
import ai.nominate.tenantmgr.manifest.RemoteSpec;
import ai.nominate.tenantmgr.manifest.ServicePorts;
import ai.nominate.tenantmgr.slot.SlotManifests;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/** Says which services of a copy are started, and what is asked. Workers, scheduled and other commands are not. */
record CopyPlan(TenantCopy copy, URI site, SortedMap<EnvKey, String> environment, Duration usualPatience) {
    BootPlan plan() {
        Manifest manifest = copy.release().manifest();
        List<BootPlan.Service> services = ServicePorts.of(manifest).positions().keySet().stream()
                .map(name -> new BootPlan.Service(
                        name.id(),
                        port(name),
                        copy.launch(name),
                        copy.log(name),
                        manifest.services().get(name).startTimeout().orElse(usualPatience),
                        manifest.services().get(name).health()))
                .toList();
        return new BootPlan(site, manifest.database().isPresent(), services, persons(manifest));
    }

    private PortNumber port(ServiceName service) {
        return SlotManifests.port(copy.tenant(), Slot.A, copy.release().manifest(), service)
                .orElseThrow();
    }

    private Optional<BootPlan.Question> persons(Manifest manifest) {
        return manifest.remote()
                .flatMap(remote -> remote.personsCount().flatMap(path -> asked(manifest)
                        .map(service -> new BootPlan.Question(port(service), path, token(remote)))));
    }

    private String token(RemoteSpec remote) {
        return remote.auth().map(key -> environment.getOrDefault(key, "")).orElse("");
    }

    /** The backend, or the first service with a port. */
    private static Optional<ServiceName> asked(Manifest manifest) {
        var ports = ServicePorts.of(manifest).positions();
        return Optional.of(ServiceName.BACKEND)
                .filter(ports::containsKey)
                .or(() -> ports.keySet().stream().findFirst());
    }
}
