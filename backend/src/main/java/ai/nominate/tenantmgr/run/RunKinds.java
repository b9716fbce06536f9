package ai.nominate.tenantmgr.run;

import ai.nominate.tenantmgr.run.engine.RunKind;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The kinds of runs registered by the features. */
@ApplicationScoped
public class RunKinds {
    private final Map<String, RunKind<?>> byId;

    RunKinds(@All List<RunKind<?>> kinds) {
        byId = kinds.stream()
                .collect(Collectors.toMap(RunKind::id, Function.identity(), (a, b) -> duplicate(a), TreeMap::new));
    }

    /** All ids, in alphabetical order. */
    public Set<String> ids() {
        return byId.keySet();
    }

    /** @throws IllegalArgumentException if the kind is not registered */
    RunKind<?> of(String id) {
        RunKind<?> kind = byId.get(id);
        if (kind == null) {
            throw new IllegalArgumentException("unknown kind of run: " + id);
        }
        return kind;
    }

    private static RunKind<?> duplicate(RunKind<?> kind) {
        throw new IllegalStateException("two features register runs of kind " + kind.id());
    }
}
