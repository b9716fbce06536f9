package campaign;

/** The pages. It needs neither the database nor the backend: what is live in a page, the page asks for itself. */
final class Frontend {
    private Frontend() {}

    public static void main(String[] arguments) {
        Launch.orExplain("frontend", () -> {
            Environment environment = Environment.ofProcess();
            Fault.ofRelease();
            WebServer web = WebServer.start(environment, new Pages(environment).routes(), () -> { });
            Launch.announce("frontend", environment, web);
        });
    }
}
