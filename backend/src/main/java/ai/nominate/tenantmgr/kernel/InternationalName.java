package ai.nominate.tenantmgr.kernel;

import com.ibm.icu.text.IDNA;
import com.ibm.icu.text.SpoofChecker;
import com.ibm.icu.text.SpoofChecker.RestrictionLevel;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/**
 * Host names with characters outside ASCII, by IDNA 2008: {@code faß.de} stays apart from {@code fass.de}. Its tables
 * are loaded when the first such name is read.
 */
final class InternationalName {
    private static final String PREFIX = "xn--";
    /** Punctuation that IDNA 2008 permits in context; UTS 46 checks the context. */
    private static final Set<Integer> PERMITTED =
            Set.of(0xb7, 0x375, 0x5f3, 0x5f4, 0x6fd, 0x6fe, 0xf0b, 0x3007, 0x30fb);

    private static final IDNA IDNA_2008 = IDNA.getUTS46Instance(IDNA.USE_STD3_RULES
            | IDNA.CHECK_BIDI
            | IDNA.CHECK_CONTEXTJ
            | IDNA.CHECK_CONTEXTO
            | IDNA.NONTRANSITIONAL_TO_ASCII
            | IDNA.NONTRANSITIONAL_TO_UNICODE);
    private static final SpoofChecker SCRIPTS = new SpoofChecker.Builder()
            .setChecks(SpoofChecker.RESTRICTION_LEVEL | SpoofChecker.MIXED_NUMBERS | SpoofChecker.INVISIBLE)
            .setRestrictionLevel(RestrictionLevel.HIGHLY_RESTRICTIVE)
            .build();

    private InternationalName() {}

    /** Whether the tables are needed to judge the name. */
    static boolean isInternational(String lower) {
        return lower.chars().anyMatch(c -> c > 0x7f) || lower.startsWith(PREFIX) || lower.contains("." + PREFIX);
    }

    /**
     * The name in ASCII; empty if a label is invalid.
     *
     * @throws InvalidValue naming the label if it mixes scripts that no language mixes
     */
    static Optional<String> toAscii(String text) {
        IDNA.Info info = new IDNA.Info();
        StringBuilder ascii = IDNA_2008.nameToASCII(text, new StringBuilder(), info);
        String unicode = toUnicode(text);
        if (info.hasErrors() || !unicode.codePoints().allMatch(InternationalName::isPermitted)) {
            return Optional.empty();
        }
        for (String label : unicode.split("\\.", -1)) {
            if (SCRIPTS.failsChecks(label)) {
                throw new InvalidValue("must not mix scripts within a label, as in " + label);
            }
        }
        return Optional.of(ascii.toString());
    }

    /** Why the name looks like another one; empty if it does not. */
    static Optional<String> lookalike(String ascii) {
        if (!isInternational(ascii)) {
            return Optional.empty();
        }
        return Arrays.stream(toUnicode(ascii).split("\\.", -1))
                .filter(label -> !isAscii(label))
                .filter(label -> isAscii(SCRIPTS.getSkeleton(label)))
                .map(label -> "looks like another name: " + label + " can be taken for " + SCRIPTS.getSkeleton(label))
                .findFirst();
    }

    private static String toUnicode(String text) {
        return IDNA_2008
                .nameToUnicode(text, new StringBuilder(), new IDNA.Info())
                .toString();
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c <= 0x7f);
    }

    /** Letters, marks and digits; UTS 46 alone would permit symbols and emoji, which registries refuse. */
    private static boolean isPermitted(int point) {
        return point <= 0x7f
                || PERMITTED.contains(point)
                || switch (Character.getType(point)) {
                    case Character.LOWERCASE_LETTER,
                            Character.OTHER_LETTER,
                            Character.MODIFIER_LETTER,
                            Character.NON_SPACING_MARK,
                            Character.COMBINING_SPACING_MARK,
                            Character.DECIMAL_DIGIT_NUMBER -> true;
                    default -> false;
                };
    }
}
