package ai.nominate.tenantmgr.kernel;

/** A user's permissions. Each role includes those of the previous one. The names are those in a token. */
public enum Role {
    VIEWER(Role.VIEWER_NAME),
    OPERATOR(Role.OPERATOR_NAME),
    ADMIN(Role.ADMIN_NAME);

    /** Read access. */
    public static final String VIEWER_NAME = "viewer";
    /** Operates tenants. */
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

    /** @throws InvalidValue if the text is not a role */
    public static Role of(String id) {
        return switch (id) {
            case VIEWER_NAME -> VIEWER;
            case OPERATOR_NAME -> OPERATOR;
            case ADMIN_NAME -> ADMIN;
            default -> throw new InvalidValue("must be viewer, operator or admin");
        };
    }

    public boolean includes(Role other) {
        return compareTo(other) >= 0;
    }
}
