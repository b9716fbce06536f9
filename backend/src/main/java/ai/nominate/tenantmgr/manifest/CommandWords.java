package ai.nominate.tenantmgr.manifest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The words of a command. {@code ${NAME}} stands for a variable, except in what a shell reads: the words after {@code sh -c}
 * are passed on unchanged, because the shell has the same variables and a value must never become part of its script.
 */
public final class CommandWords {
    private static final Pattern SHELL = Pattern.compile("(?:.*/)?(?:sh|bash|dash|ash|ksh|zsh)");
    private static final Pattern SCRIPT_OPTION = Pattern.compile("-[a-zA-Z]*c[a-zA-Z]*");

    private CommandWords() {}

    /** The words of an argv, in order. */
    public static List<Placeholders> of(List<String> argv) {
        List<Placeholders> words = new ArrayList<>();
        int script = script(argv);
        for (int index = 0; index < argv.size(); index++) {
            words.add(index < script ? Placeholders.of(argv.get(index)) : Placeholders.literal(argv.get(index)));
        }
        return words;
    }

    /** The errors of words that their author expected a shell to expand, by index. */
    static Map<Integer, String> refusals(List<String> argv) {
        Map<Integer, String> refusals = new TreeMap<>();
        for (int index = 0; index < script(argv); index++) {
            Optional<String> refusal = Placeholders.refusal(argv.get(index));
            if (refusal.isPresent()) {
                refusals.put(index, refusal.get());
            }
        }
        return refusals;
    }

    /** The index of the first word that a shell reads; the number of words if there is none. */
    private static int script(List<String> argv) {
        for (int index = 0; index + 1 < argv.size(); index++) {
            if (SHELL.matcher(argv.get(index)).matches()
                    && SCRIPT_OPTION.matcher(argv.get(index + 1)).matches()) {
                return index + 2;
            }
        }
        return argv.size();
    }
}
