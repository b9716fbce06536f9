package ai.nominate.tenantmgr.manifest;

import ai.nominate.tenantmgr.kernel.EnvKey;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The variables of a build, which belongs to no tenant: those of {@code env.build}, and two of the manager. */
public final class BuildVariables {
    public static final EnvKey COMMIT = SystemVariable.RELEASE_COMMIT.key();
    private static final Set<String> OF_MANAGER = Set.of(COMMIT.value(), "HOME");

    private BuildVariables() {}

    /** The words that refer to a variable which a build does not have, with the reason, by index. */
    static Map<Integer, String> unknown(List<String> argv, JsonNode build) {
        Map<Integer, String> unknown = new TreeMap<>();
        List<Placeholders> words = CommandWords.of(argv);
        for (int index = 0; index < words.size(); index++) {
            for (EnvKey name : words.get(index).names()) {
                if (!OF_MANAGER.contains(name.value()) && !build.has(name.value())) {
                    unknown.put(index, "refers to ${" + name + "}, which a build does not have: set it in env.build");
                }
            }
        }
        return unknown;
    }

    /**
     * The words of a command of the build, with values in place.
     *
     * @param values all variables of the build
     */
    public static List<String> fill(List<String> argv, Map<String, String> values) {
        return CommandWords.of(argv).stream()
                .map(word -> word.fill(name -> values.getOrDefault(name.value(), "${" + name + "}")))
                .toList();
    }
}
