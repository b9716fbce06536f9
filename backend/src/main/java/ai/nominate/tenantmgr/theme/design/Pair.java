package ai.nominate.tenantmgr.theme.design;

import static ai.nominate.tenantmgr.theme.design.Token.*;

import ai.nominate.tenantmgr.theme.colour.Contrast;

/** Two colours that meet, and the contrast that WCAG 2.2 AA requires of them: 4.5 for text, 3 for shapes. */
public enum Pair {
    TEXT(FOREGROUND, BACKGROUND, Contrast.TEXT),
    TEXT_ON_CARD(CARD_FOREGROUND, CARD, Contrast.TEXT),
    MUTED_TEXT(MUTED_FOREGROUND, BACKGROUND, Contrast.TEXT),
    MUTED_TEXT_ON_CARD(MUTED_FOREGROUND, CARD, Contrast.TEXT),
    MUTED_TEXT_ON_MUTED(MUTED_FOREGROUND, MUTED, Contrast.TEXT),
    BUTTON(PRIMARY_FOREGROUND, PRIMARY, Contrast.TEXT),
    BUTTON_HOVER(PRIMARY_FOREGROUND, PRIMARY_HOVER, Contrast.TEXT),
    BUTTON_ACTIVE(PRIMARY_FOREGROUND, PRIMARY_ACTIVE, Contrast.TEXT),
    BUTTON_EDGE(PRIMARY_BORDER, BACKGROUND, Contrast.SHAPE),
    LINK(PRIMARY_TEXT, BACKGROUND, Contrast.TEXT),
    LINK_ON_CARD(PRIMARY_TEXT, CARD, Contrast.TEXT),
    SECONDARY_BUTTON(SECONDARY_FOREGROUND, SECONDARY, Contrast.TEXT),
    ACCENT_BUTTON(ACCENT_FOREGROUND, ACCENT, Contrast.TEXT),
    SUCCESS_BADGE(SUCCESS_FOREGROUND, SUCCESS, Contrast.TEXT),
    SUCCESS_NOTICE(SUCCESS_TEXT, SUCCESS_SOFT, Contrast.TEXT),
    WARNING_BADGE(WARNING_FOREGROUND, WARNING, Contrast.TEXT),
    WARNING_NOTICE(WARNING_TEXT, WARNING_SOFT, Contrast.TEXT),
    DANGER_BADGE(DANGER_FOREGROUND, DANGER, Contrast.TEXT),
    DANGER_NOTICE(DANGER_TEXT, DANGER_SOFT, Contrast.TEXT),
    INFO_BADGE(INFO_FOREGROUND, INFO, Contrast.TEXT),
    INFO_NOTICE(INFO_TEXT, INFO_SOFT, Contrast.TEXT),
    FIELD(INPUT, BACKGROUND, Contrast.SHAPE),
    FOCUS(RING, BACKGROUND, Contrast.SHAPE),
    /** The focus line itself keeps a gap to the button, so it is the gap that has to be seen on it. */
    FOCUS_ON_BUTTON(RING_OFFSET, PRIMARY, Contrast.SHAPE);

    private final Token front;
    private final Token ground;
    private final double required;

    Pair(Token front, Token ground, double required) {
        this.front = front;
        this.ground = ground;
        this.required = required;
    }

    public Token front() {
        return front;
    }

    public Token ground() {
        return ground;
    }

    /** The lowest ratio that passes, not rounded. */
    public double required() {
        return required;
    }
}
