package ai.nominate.tenantmgr.theme.design;

/** What a visitor's system prefers. A theme has colours for both. */
public enum Scheme {
    LIGHT,
    DARK
}
