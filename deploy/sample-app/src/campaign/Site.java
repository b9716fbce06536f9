package campaign;

/** Both services on one port, for local use without NGINX. */
final class Site {
    private Site() {}

    public static void main(String[] arguments) {
        Launch.orExplain("site", () -> {
            Environment environment = Environment.ofProcess();
            Backend.Parts backend = Backend.parts(environment);
            Routes routes = new Pages(environment).routes().with(backend.routes());
            Launch.announce("site", environment, WebServer.start(environment, routes, backend.live()::end));
        });
    }
}
