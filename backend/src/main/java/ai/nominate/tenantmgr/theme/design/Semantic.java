package ai.nominate.tenantmgr.theme.design;

/** What a message says by its colour, always with an icon or a word beside it. Hues in degrees of OKLCH. */
public enum Semantic {
    SUCCESS(150),
    WARNING(75),
    DANGER(27),
    INFO(240);

    private final double hue;

    Semantic(double hue) {
        this.hue = hue;
    }

    double hue() {
        return hue;
    }

    /** The colour of buttons and badges. */
    Token solid() {
        return Token.valueOf(name());
    }

    Token foreground() {
        return Token.valueOf(name() + "_FOREGROUND");
    }

    /** The ground of a notice. */
    Token soft() {
        return Token.valueOf(name() + "_SOFT");
    }

    /** The text of a notice. */
    Token text() {
        return Token.valueOf(name() + "_TEXT");
    }
}
