package ai.nominate.tenantmgr.slot;

import ai.nominate.tenantmgr.kernel.EnvKey;
import ai.nominate.tenantmgr.kernel.Secret;


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
}
