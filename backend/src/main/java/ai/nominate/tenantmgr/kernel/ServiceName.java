package ai.nominate.tenantmgr.kernel;

/** The services of a core application: one or two with fixed names, so that ports and routes can be planned. */
public enum ServiceName {
    FRONTEND("frontend"),
    BACKEND("backend");

    private final String id;

    ServiceName(String id) {
        this.id = id;
    }

    /** The name of the service in manifests, files, units and answers. */
    public String id() {
        return id;
    }

    /** @throws InvalidValue if the text is not a service */
    public static ServiceName of(String id) {
        return switch (id) {
            case "frontend" -> FRONTEND;
            case "backend" -> BACKEND;
            default -> throw new InvalidValue("must be frontend or backend");
        };
    }

    @Override
    public String toString() {
        return id;
    }
}
