package ai.nominate.tenantmgr.theme.design;

import java.util.Optional;

/** The fonts of a theme; empty for those of the visitor's system. */
public record Fonts(Optional<FontFamily> heading, Optional<FontFamily> body) {
    public static final Fonts OF_THE_SYSTEM = new Fonts(Optional.empty(), Optional.empty());
}
