package campaign;

/** The pages. Needs neither the database nor the backend: pages request live data themselves. */
final class Frontend {
    private Frontend() {}

    public static void main(String[] arguments) {
        Launch.orExplain("frontend", () -> {
            Environment environment = Environment.ofProcess();
            Fault.ofRelease();
            WebServer web = WebServer.start(environment, new Pages(environment).routes(), () -> {});
            Launch.announce("frontend", environment, web);
        });
    }
}
