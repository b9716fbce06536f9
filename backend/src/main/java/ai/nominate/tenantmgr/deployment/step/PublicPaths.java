package ai.nominate.tenantmgr.deployment.step;

import ai.nominate.tenantmgr.kernel.ServiceName;
import ai.nominate.tenantmgr.manifest.HealthSpec;
import ai.nominate.tenantmgr.manifest.Manifest;
import ai.nominate.tenantmgr.manifest.RouteRules;
import ai.nominate.tenantmgr.manifest.RouteTarget;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The paths by which a release is asked from outside: each must be answered by the service or the files that the routes say. */
final class PublicPaths {
    /** The name of files of the release in NGINX's answer to a probe. */
    private static final String FILES = "static";

    private PublicPaths() {}

    /**
     * One question.
     *
     * @param server the name of the service, or of the files
     * @param health of a service that is asked by its health path; empty if any answer that is no server error will do
     */
    record PublicPath(String path, String server, Optional<HealthSpec> health) {
        boolean accepts(int status) {
            return health.map(spec -> spec.accepts(status)).orElse(status < 500);
        }
    }

    /** The health paths that visitors can reach; if there are none, the first route. */
    static List<PublicPath> of(Manifest manifest) {
        List<PublicPath> paths = new ArrayList<>();
        manifest.services()
                .forEach((service, spec) -> spec.health()
                        .filter(health -> reaches(manifest, service, health.path()))
                        .ifPresent(
                                health -> paths.add(new PublicPath(health.path(), service.id(), Optional.of(health)))));
        if (paths.isEmpty()) {
            Map.Entry<String, RouteTarget> first = manifest.routes().firstEntry();
            paths.add(new PublicPath(first.getKey(), server(first.getValue()), Optional.empty()));
        }
        return paths;
    }

    private static String server(RouteTarget target) {
        return switch (target) {
            case RouteTarget.ToService to -> to.service().id();
            case RouteTarget.Files files -> FILES;
        };
    }

    /** A route that cuts its prefix off does not pass the health path on as it is. */
    private static boolean reaches(Manifest manifest, ServiceName service, String healthPath) {
        String path = healthPath.split("\\?", 2)[0];
        return manifest.routes().entrySet().stream()
                .filter(route -> RouteRules.isPrefix(route.getKey())
                        ? path.startsWith(route.getKey())
                        : path.equals(route.getKey()))
                .max(Comparator.comparing(
                                (Map.Entry<String, RouteTarget> route) -> !RouteRules.isPrefix(route.getKey()))
                        .thenComparing(route -> route.getKey().length()))
                .filter(route -> route.getValue() instanceof RouteTarget.ToService to
                        && to.service().equals(service)
                        && !to.stripPrefix())
                .isPresent();
    }
}
