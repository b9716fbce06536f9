package ai.nominate.tenantmgr.host.systemd;

import ai.nominate.tenantmgr.host.command.Command;
import ai.nominate.tenantmgr.host.command.LineSink;
import ai.nominate.tenantmgr.host.command.Runner;
import ai.nominate.tenantmgr.host.process.Listener;
import ai.nominate.tenantmgr.job.Permit;
import ai.nominate.tenantmgr.kernel.PortNumber;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Whose sockets wait for connections. The open files of other users are hidden from the manager; the kernel says of each socket in
 * which control group it was made, and the ss program asks it.
 */
final class UnitSockets {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final int LOCAL_ADDRESS = 3;
    private static final String CGROUP = "cgroup:";
    private static final Set<String> EVERYWHERE = Set.of("*", "0.0.0.0", "[::]");

    private final Runner runner;

    UnitSockets(Runner runner) {
        this.runner = runner;
    }

    boolean heldBy(String unit, PortNumber port) {
        List<Row> rows = rows("sport = :" + port);
        return !rows.isEmpty() && rows.stream().allMatch(row -> row.unit().equals(unit));
    }

    List<Listener> of(String unit) {
        return rows().stream()
                .filter(row -> row.unit().equals(unit))
                .map(Row::listener)
                .distinct()
                .toList();
    }

    private List<Row> rows(String... filter) {
        List<String> argv =
                new ArrayList<>(List.of("ss", "--no-header", "--tcp", "--listening", "--numeric", "--cgroup"));
        argv.addAll(List.of(filter));
        List<Row> rows = new ArrayList<>();
        LineSink sink = (stream, line) -> {
            if (stream == LineSink.Stream.OUT) {
                rows.add(Row.of(line));
            }
        };
        runner.run(Command.of(argv.toArray(String[]::new)), "", LIMIT, sink, Permit.ALWAYS);
        return rows;
    }

    /** @param unit the last part of the control group; empty if it is not known */
    record Row(String unit, Listener listener) {
        static Row of(String line) {
            String[] words = line.strip().split("\\s+");
            String local = words[LOCAL_ADDRESS];
            int colon = local.lastIndexOf(':');
            String address = local.substring(0, colon).replaceAll("%.*", "");
            String unit = "";
            for (String word : words) {
                if (word.startsWith(CGROUP) && unit.isEmpty()) {
                    unit = word.substring(word.lastIndexOf('/') + 1);
                }
            }
            return new Row(
                    unit, new Listener(Integer.parseInt(local.substring(colon + 1)), EVERYWHERE.contains(address)));
        }
    }
}
