package ai.nominate.tenantmgr.analysis.evidence;

import com.fasterxml.jackson.annotation.JsonProperty;

/** On what a colour is painted. */
public enum Kind {
    @JsonProperty("button")
    BUTTON,
    @JsonProperty("buttontext")
    BUTTON_TEXT,
    @JsonProperty("buttonborder")
    BUTTON_BORDER,
    @JsonProperty("link")
    LINK,
    @JsonProperty("navlink")
    NAV_LINK,
    /** A bar across the top of the page, or of links along its side. */
    @JsonProperty("header")
    HEADER,
    /** A large surface in the first screen. */
    @JsonProperty("hero")
    HERO,
    @JsonProperty("section")
    SECTION,
    @JsonProperty("footer")
    FOOTER,
    @JsonProperty("heading")
    HEADING,
    @JsonProperty("text")
    TEXT,
    @JsonProperty("border")
    BORDER,
    /** A small surface. */
    @JsonProperty("chip")
    CHIP,
    @JsonProperty("icon")
    ICON,
    @JsonProperty("logo")
    LOGO,
    @JsonProperty("surface")
    SURFACE;

    /** The word in JSON and in the id of evidence, such as {@code buttontext}. */
    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT).replace("_", "");
    }
}
