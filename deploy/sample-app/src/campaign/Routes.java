package campaign;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Maps method and path to a handler. A path that ends in a star matches everything below it; the longest match wins.
 */
final class Routes {
    interface Handler {
        void handle(Call call) throws Exception;
    }

    private final Map<String, Map<String, Handler>> handlers = new LinkedHashMap<>();

    Routes on(String method, String path, Handler handler) {
        handlers.computeIfAbsent(path, key -> new LinkedHashMap<>()).put(method, handler);
        return this;
    }

    Routes with(Routes others) {
        others.handlers.forEach((path, methods) -> methods.forEach((method, handler) -> on(method, path, handler)));
        return this;
    }

    void handle(Call call) throws Exception {
        Map<String, Handler> methods = methodsOf(call.path());
        if (methods == null) {
            throw new Refused(404, "not-found", "Not found");
        }
        Handler handler = methods.get(call.method().equals("HEAD") ? "GET" : call.method());
        if (handler == null) {
            call.header("Allow", String.join(", ", methods.keySet()));
            throw new Refused(405, "method-not-allowed", "Allowed methods: " + String.join(", ", methods.keySet()));
        }
        handler.handle(call);
    }

    private Map<String, Handler> methodsOf(String path) {
        Map<String, Handler> methods = handlers.get(path);
        int slash = path.lastIndexOf('/');
        while (methods == null && slash >= 0) {
            methods = handlers.get(path.substring(0, slash + 1) + "*");
            slash = path.lastIndexOf('/', slash - 1);
        }
        return methods;
    }
}
