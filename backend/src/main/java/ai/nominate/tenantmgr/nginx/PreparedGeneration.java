package ai.nominate.tenantmgr.nginx;

import java.util.Map;
import java.util.OptionalLong;

/**
 * A generation that was written and tested, and is not in use.
 *
 * @param before the generation in use when it was made
 * @param files without those that every generation has its own of
 */
record PreparedGeneration(NewGeneration made, OptionalLong before, Map<String, String> files) {}
