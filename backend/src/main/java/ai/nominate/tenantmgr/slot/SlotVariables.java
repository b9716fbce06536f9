package ai.nominate.tenantmgr.slot;

import ai.nominate.tenantmgr.kernel.EnvKey;
import ai.nominate.tenantmgr.kernel.Secret;
import ai.nominate.tenantmgr.manifest.CommandWords;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;

/**
 * The environment of a slot's services.
 *
 * @param secrets the values to mask in every log
 */
public record SlotVariables(SortedMap<EnvKey, String> values, List<Secret> secrets) {
    public SlotVariables {
        values = Collections.unmodifiableSortedMap(values);
        secrets = List.copyOf(secrets);
    }

    /** The words of a command, with the values of their variables in place. */
    public List<String> fill(List<String> argv) {
        return CommandWords.of(argv).stream()
                .map(word -> word.fill(name -> values.getOrDefault(name, "${" + name + "}")))
                .toList();
    }
}
