package ai.nominate.tenantmgr.kernel;

/** What someone may do. Each role may do all that the one before it may. The names are those in a token. */
public enum Role {
    VIEWER(Role.VIEWER_NAME),
    OPERATOR(Role.OPERATOR_NAME),
    ADMIN(Role.ADMIN_NAME);

    /** Reads. */
    public static final String VIEWER_NAME = "viewer";
    /** Acts on tenants. */
    public static final String OPERATOR_NAME = "operator";
    /** Changes settings and users. */
    public static final String ADMIN_NAME = "admin";

    private final String id;

    Role(String id) {
        this.id = id;
    }

    public String id() {
        return id;
    }

    /** @throws InvalidValue when the text names no role */
    public static Role of(String id) {
        return switch (id) {
            case VIEWER_NAME -> VIEWER;
            case OPERATOR_NAME -> OPERATOR;
            case ADMIN_NAME -> ADMIN;
            default -> throw new InvalidValue("must be viewer, operator or admin");
        };
    }

    public boolean covers(Role other) {
        return compareTo(other) >= 0;
    }
}
