package ai.nominate.tenantmgr.remote;

import ai.nominate.tenantmgr.kernel.ServiceName;
import ai.nominate.tenantmgr.manifest.Manifest;
import ai.nominate.tenantmgr.manifest.RemoteAction;
import ai.nominate.tenantmgr.manifest.RemoteSpec;
import ai.nominate.tenantmgr.manifest.ServicePorts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What a manifest says that its application offers. */
record Offer(Manifest manifest) {
    private static final String GET = "GET";
    private static final String POST = "POST";

    /** A request to the application. */
    record Line(String method, String path) {}

    /** @throws ai.nominate.tenantmgr.kernel.ProblemException {@link RemoteProblem#NOT_OFFERED}, with the field to write */
    Line line(Wanted wanted, String action) {
        return switch (wanted) {
            case STATS -> path(RemoteSpec::stats, GET, "remote.stats");
            case PERSONS -> path(RemoteSpec::personsCount, GET, "remote.personsCount");
            case BACKUP -> path(RemoteSpec::backup, POST, "remote.backup");
            case ACTION -> {
                RemoteAction found = action(action);
                yield new Line(found.method(), found.path());
            }
        };
    }

    boolean has(Function<RemoteSpec, Optional<String>> part) {
        return manifest.remote().flatMap(part).isPresent();
    }

    List<RemoteAction> actions() {
        return manifest.remote().map(RemoteSpec::actions).orElse(List.of());
    }

    /** The service that is asked: the one that the manifest names, {@code backend}, or the first one with a port. */
    Optional<ServiceName> service() {
        Map<ServiceName, Integer> ports = ServicePorts.of(manifest).positions();
        return manifest.remote()
                .flatMap(RemoteSpec::service)
                .or(() -> Optional.of(ServiceName.BACKEND).filter(ports::containsKey))
                .or(() -> manifest.services().keySet().stream()
                        .filter(ports::containsKey)
                        .findFirst());
    }

    private RemoteAction action(String id) {
        return actions().stream()
                .filter(action -> action.id().equals(id))
                .findFirst()
                .orElseThrow(
                        () -> RemoteProblem.NOT_OFFERED.because(
                                "The manifest of the live release declares no action of this id; declare it under remote.actions"));
    }

    private Line path(Function<RemoteSpec, Optional<String>> part, String method, String field) {
        return manifest.remote()
                .flatMap(part)
                .map(path -> new Line(method, path))
                .orElseThrow(() -> RemoteProblem.NOT_OFFERED.because(
                        "The manifest of the live release has no " + field + "; write there the path that answers it"));
    }
}
