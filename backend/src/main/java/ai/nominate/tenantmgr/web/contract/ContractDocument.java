package ai.nominate.tenantmgr.web.contract;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Serves the OpenAPI document of the packaged application at {@code /q/openapi}, as YAML or as JSON, in place of the framework,
 * which would read and write it at each start; see ADR 122. Without a package (tests, {@code make dev}) the framework serves it.
 */
@Singleton
class ContractDocument {
    /** Put there by backend/Trim.java, in both formats. */
    private static final String RESOURCE = "openapi.";

    /** Before the framework's own route, which has nothing to serve. */
    private static final int FIRST = -1;

    private static final String JSON = "json";
    private static final String YAML = "yaml";

    private final ConcurrentMap<String, Buffer> documents = new ConcurrentHashMap<>();

    void register(@Observes Router router) {
        if (ContractDocument.class.getResource(RESOURCE + JSON) != null) {
            for (HttpMethod method : List.of(HttpMethod.GET, HttpMethod.HEAD)) {
                router.route(method, "/q/openapi").order(FIRST).handler(this::answer);
            }
        }
    }

    private void answer(RoutingContext context) {
        String format = format(context);
        context.vertx()
                .executeBlocking(() -> documents.computeIfAbsent(format, this::read))
                .onSuccess(document -> context.response()
                        .putHeader("Content-Type", "application/" + format + ";charset=UTF-8")
                        .putHeader("Vary", "Accept")
                        .end(document))
                .onFailure(context::fail);
    }

    private Buffer read(String format) {
        try (InputStream resource = ContractDocument.class.getResourceAsStream(RESOURCE + format)) {
            return Buffer.buffer(resource.readAllBytes());
        } catch (IOException e) {
            throw new IllegalStateException("The OpenAPI document of the package cannot be read", e);
        }
    }

    private static String format(RoutingContext context) {
        List<String> format = context.queryParam("format");
        String accept = context.request().getHeader("Accept");
        boolean isJson = format.isEmpty()
                ? accept != null && accept.contains("application/json")
                : format.getFirst().equalsIgnoreCase(JSON);
        return isJson ? JSON : YAML;
    }
}
