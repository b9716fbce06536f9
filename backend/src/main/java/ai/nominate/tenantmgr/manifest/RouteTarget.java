package ai.nominate.tenantmgr.manifest;

import ai.nominate.tenantmgr.kernel.ServiceName;
import java.util.Optional;

/** What answers the requests of a route. */
public sealed interface RouteTarget {
    /** @param stripPrefix whether the service gets the path without the route's own segments */
    record ToService(ServiceName service, boolean stripPrefix) implements RouteTarget {
        public ToService(ServiceName service) {
            this(service, false);
        }
    }

    /**
     * Files of the release, served by NGINX.
     *
     * @param path a directory of the release; a file if the route is exact
     * @param immutable whether browsers may keep them for a year: their names change with their content
     * @param fallback a file in the directory that answers for paths without a file, with status 200
     */
    record Files(String path, boolean immutable, Optional<String> fallback) implements RouteTarget {
        public Files {
            TextRule.DIRECTORY.require(path);
            fallback.ifPresent(TextRule.FILE::require);
        }
    }
}
