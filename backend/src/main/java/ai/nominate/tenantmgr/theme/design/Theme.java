package ai.nominate.tenantmgr.theme.design;

/**
 * A complete theme. It follows from its draft: the same draft makes the same theme.
 *
 * @param draft the decisions
 * @param scales the shades of its colours
 */
public record Theme(ThemeDraft draft, ThemeScales scales, Tokens light, Tokens dark) {
    public static Theme of(ThemeDraft draft) {
        ThemeScales scales = ThemeScales.of(draft.palette());
        SemanticColours semantics = SemanticColours.beside(draft.palette().primary());
        return new Theme(
                draft,
                scales,
                new LightScheme(draft.palette(), scales, semantics, draft.light()).tokens(),
                new DarkScheme(draft.palette(), scales, semantics, draft.dark()).tokens());
    }

    public Tokens tokens(Scheme scheme) {
        return switch (scheme) {
            case LIGHT -> light;
            case DARK -> dark;
        };
    }
}
