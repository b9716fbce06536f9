package campaign;

import java.net.HttpURLConnection;
import java.net.URI;
import java.util.Map;

/**
 * Starts a service briefly without a database and sends one request, while the JVM records the classes of a start.
 */
final class Rehearsal {
    private static final Map<String, String> NOWHERE = Map.of(
            "PORT",
            "0",
            "DATABASE_URL",
            "postgresql://nobody:nothing@127.0.0.1:1/none",
            "SESSION_SECRET",
            "rehearsal",
            "REMOTE_API_TOKEN",
            "rehearsal");

    private Rehearsal() {}

    public static void main(String[] arguments) throws Exception {
        Environment environment = new Environment(NOWHERE);
        boolean backend = arguments[0].equals("backend");
        Routes routes = backend ? Backend.parts(environment).routes() : new Pages(environment).routes();
        WebServer web = WebServer.start(environment, routes, () -> {});
        Launch.announce(arguments[0], environment, web);
        URI asked = URI.create("http://127.0.0.1:" + web.port() + (backend ? "/api/health" : "/"));
        int status = ((HttpURLConnection) asked.toURL().openConnection()).getResponseCode();
        System.exit(status == (backend ? 503 : 200) ? 0 : 1);
    }
}
