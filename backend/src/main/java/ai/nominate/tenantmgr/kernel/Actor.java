package ai.nominate.tenantmgr.kernel;

/** Who does something, as it is written into records: a user's name, or the manager itself. */
public record Actor(String name, Role role) {
    /** The manager, acting by itself: start-up, reconciliation, schedules. */
    public static final Actor MANAGER = new Actor("tenantmgr", Role.ADMIN);

    public boolean isAdmin() {
        return role == Role.ADMIN;
    }
}
