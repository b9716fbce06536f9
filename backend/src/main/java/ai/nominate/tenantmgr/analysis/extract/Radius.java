package ai.nominate.tenantmgr.analysis.extract;

/** How round corners are. */
public enum Radius {
    NONE(0),
    SM(0.25),
    MD(0.5),
    LG(0.75),
    FULL(624.9375);

    private final double rem;

    Radius(double rem) {
        this.rem = rem;
    }

    /** The radius in rem, of 16 CSS pixels. */
    public double rem() {
        return rem;
    }
}
