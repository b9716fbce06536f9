package ai.nominate.tenantmgr.analysis.extract;

/** What a colour is for in a theme. */
public enum Role {
    PRIMARY,
    SECONDARY,
    ACCENT,
    NEUTRAL,
    BACKGROUND,
    FOREGROUND
}
