package ai.nominate.tenantmgr.kernel;

/** What a core application may run: one or two services with fixed names, so that ports and routes can be planned. */
public enum ServiceName {
    FRONTEND("frontend"),
    BACKEND("backend");

    private final String id;

    ServiceName(String id) {
        this.id = id;
    }

    /** The service's name in manifests, files, units and answers. */
    public String id() {
        return id;
    }

    /** @throws InvalidValue when the text names no service */
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
