package ai.nominate.tenantmgr.kernel;

/** The two places in which a tenant's services can run: one is live, the other takes the next release. */
public enum Slot {
    A("a"),
    B("b");

    private final String id;

    Slot(String id) {
        this.id = id;
    }

    /** The slot's name in files, units and answers: a or b. */
    public String id() {
        return id;
    }

    public Slot other() {
        return this == A ? B : A;
    }

    /** @throws InvalidValue when the text is neither a nor b */
    public static Slot of(String id) {
        return switch (id) {
            case "a" -> A;
            case "b" -> B;
            default -> throw new InvalidValue("must be a or b");
        };
    }

    @Override
    public String toString() {
        return id;
    }
}
