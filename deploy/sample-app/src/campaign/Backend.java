package campaign;

import java.nio.file.Path;

/**
 * The API. {@code migrate} migrates the database and exits; {@code init} creates the tables, for local use.
 */
final class Backend {
    private Backend() {}

    public static void main(String[] arguments) {
        Launch.orExplain("backend", () -> {
            Environment environment = Environment.ofProcess();
            switch (arguments.length == 0 ? "serve" : arguments[0]) {
                case "serve" -> serve(environment);
                case "migrate" -> migrate(environment);
                case "init" -> new Migrations(database(environment)).init();
                default -> throw new IllegalStateException("unknown command " + arguments[0] + ": use migrate or init");
            }
        });
    }

    static int goal(Environment environment) {
        return environment.number("CAMPAIGN_GOAL", 1000);
    }

    private static void serve(Environment environment) throws Exception {
        Fault fault = Fault.ofRelease();
        fault.beforeStart();
        Parts parts = parts(environment);
        Routes routes = fault == Fault.ANSWER_500 ? broken() : parts.routes();
        WebServer web = WebServer.start(environment, routes, parts.live()::end);
        Launch.announce("backend", environment, web);
    }

    private static void migrate(Environment environment) throws Exception {
        Fault.ofRelease().beforeMigration();
        new Migrations(database(environment)).migrate();
    }

    record Parts(Routes routes, Live live) {}

    /** No database access at start-up: a backend starts without a database and reports it in its health. */
    static Parts parts(Environment environment) {
        Persons persons = new Persons(new Pool(database(environment)));
        Live live = new Live(persons, goal(environment)).start();
        Uploads uploads = new Uploads(Path.of(environment.text("STATE_DIRECTORY", "state")));
        Routes routes = new PublicApi(environment, persons, live, uploads)
                .routes()
                .with(new AdminApi(environment, persons, uploads).routes());
        return new Parts(routes, live);
    }

    private static Routes broken() {
        Routes.Handler failing = call -> {
            throw new Refused(500, "fault", "This release answers everything with 500");
        };
        return new Routes().on("GET", "/*", failing).on("POST", "/*", failing).on("PUT", "/*", failing);
    }

    private static DatabaseUrl database(Environment environment) {
        return DatabaseUrl.parse(environment.required("DATABASE_URL"));
    }
}
