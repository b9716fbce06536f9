package ai.nominate.tenantmgr.kernel;

import java.text.Normalizer;
import java.util.Set;

/**
 * Text that people type to name or describe something: one line of visible characters. Characters that are not shown,
 * end a line or turn the direction of writing would make a list, a log line or an audit entry say something else.
 */
public final class DisplayText {
    /** Letters and marks that are drawn as nothing. */
    private static final Set<Integer> INVISIBLE = Set.of(0x34f, 0x115f, 0x1160, 0x17b4, 0x17b5, 0x2800, 0x3164, 0xffa0);

    private DisplayText() {}

    /**
     * The text without surrounding spaces, in Unicode's composed form (NFC).
     *
     * @param longest in UTF-16 units, from 1
     * @throws InvalidValue if it is blank, too long, or contains characters that are not shown
     */
    public static String line(String text, int longest) {
        String normal = Normalizer.normalize(text.strip(), Normalizer.Form.NFC);
        if (normal.isEmpty() || normal.length() > longest || !isLine(text)) {
            throw new InvalidValue("must be 1 to " + longest + " visible characters");
        }
        return normal;
    }

    /** Whether all characters are shown on one line; true for an empty text. */
    public static boolean isLine(String text) {
        return text.codePoints().allMatch(DisplayText::isShown);
    }

    /** The text with a question mark for each character that is not shown. */
    public static String shown(String text) {
        return text.codePoints()
                .map(point -> isShown(point) ? point : '?')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isShown(int point) {
        return !INVISIBLE.contains(point)
                && switch (Character.getType(point)) {
                    case Character.CONTROL,
                            Character.FORMAT,
                            Character.LINE_SEPARATOR,
                            Character.PARAGRAPH_SEPARATOR,
                            Character.SURROGATE,
                            Character.PRIVATE_USE,
                            Character.UNASSIGNED -> false;
                    default -> true;
                };
    }
}
