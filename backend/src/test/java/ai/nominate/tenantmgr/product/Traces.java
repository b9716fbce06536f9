package ai.nominate.tenantmgr.product;

import java.nio.file.Path;
import java.util.List;

/**
 * Counts of all state: rows, databases, files, processes. Equal counts mean that nothing remained of the actions in
 * between.
 */
record Traces(List<String> rows, List<String> databases, List<String> files, List<Long> processes) {
    private static final List<String> GROWING = List.of("pg/", "logs/", "nginx/logs/", "run/logs.lock");

    static Traces of(Product product) {
        Path home = product.home();
        Database database = new Database(home);
        return new Traces(database.rowCounts(), database.names(), files(home), Machine.servicesOf(home));
    }

    private static List<String> files(Path home) {
        return HomeFiles.below(home).stream()
                .map(file -> home.relativize(file).toString())
                .filter(file -> GROWING.stream().noneMatch(file::startsWith))
                .sorted()
                .toList();
    }
}
