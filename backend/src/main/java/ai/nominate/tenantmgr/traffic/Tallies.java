package ai.nominate.tenantmgr.traffic;

import io.vertx.core.json.JsonArray;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The requests to all tenants of a server, by tenant and step of time. Not thread-safe. */
final class Tallies {
    private final long seconds;
    private final Map<Step, Tally> steps = new HashMap<>();

    private record Step(String tenant, Instant at) {}

    /** @param seconds length of a step */
    Tallies(long seconds) {
        this.seconds = seconds;
    }

    void add(TrafficLine line) {
        long second = line.at().getEpochSecond();
        Instant at = Instant.ofEpochSecond(second - Math.floorMod(second, seconds));
        steps.computeIfAbsent(new Step(line.tenant(), at), step -> new Tally()).add(line);
    }

    boolean isEmpty() {
        return steps.isEmpty();
    }

    long requests() {
        return steps.values().stream().mapToLong(Tally::requests).sum();
    }

    /** The days that have requests, in UTC. */
    List<LocalDate> days() {
        return steps.keySet().stream()
                .map(step -> LocalDate.ofInstant(step.at(), ZoneOffset.UTC))
                .distinct()
                .sorted()
                .toList();
    }

    /** The step that has requests, if it is only one. */
    Optional<Instant> only() {
        List<Instant> all = steps.keySet().stream().map(Step::at).distinct().toList();
        return all.size() == 1 ? Optional.of(all.getFirst()) : Optional.empty();
    }

    /** By tenant, if there is only one step. */
    Map<String, Tally> byTenant() {
        return steps.entrySet().stream()
                .collect(Collectors.toMap(each -> each.getKey().tenant(), Map.Entry::getValue));
    }

    JsonArray rows() {
        JsonArray rows = new JsonArray();
        steps.forEach((step, tally) -> rows.add(
                tally.columns().put("tenant", step.tenant()).put("at", step.at().toString())));
        return rows;
    }
}
