package ai.nominate.tenantmgr.kernel;

/** The two slots of a tenant: one is live, the other receives the next release. */
public enum Slot {
    A("a"),
    B("b");

    private final String id;

    Slot(String id) {
        this.id = id;
    }

    /** The name of the slot in files, units and answers: a or b. */
    public String id() {
        return id;
    }

    public Slot other() {
        return this == A ? B : A;
    }

    /** @throws InvalidValue if the text is neither a nor b */
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
