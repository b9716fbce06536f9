package ai.nominate.tenantmgr.backup;

import ai.nominate.tenantmgr.web.PageView;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Lists backups, with the names that their tenants have now. */
@ApplicationScoped
class BackupList {
    private static final String NAMES =
            "select cast(id as text), name from tenant where cast(id as text) = any(string_to_array(:ids, ','))";

    BackupList() {}

    Uni<PageView<BackupView>> page(BackupQuery query) {
        return Panache.withSession(() -> BackupRow.count(query.where(), query.parameters())
                .flatMap(total -> BackupRow.<BackupRow>find(
                                query.where() + " order by " + query.order(), query.parameters())
                        .page(query.page().page(), query.page().size())
                        .list()
                        .flatMap(BackupList::views)
                        .map(items -> PageView.of(items, query.page(), total))));
    }

    static Uni<BackupView> view(BackupRow row) {
        return views(List.of(row)).map(List::getFirst);
    }

    private static Uni<List<BackupView>> views(List<BackupRow> rows) {
        Set<UUID> ids = rows.stream().map(row -> row.tenantId).collect(Collectors.toSet());
        if (ids.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return Panache.getSession()
                .flatMap(session -> session.createNativeQuery(NAMES, Object[].class)
                        .setParameter("ids", ids.stream().map(UUID::toString).collect(Collectors.joining(",")))
                        .getResultList())
                .map(found -> {
                    Map<String, String> names = new HashMap<>();
                    found.forEach(each -> names.put((String) each[0], (String) each[1]));
                    return rows.stream()
                            .map(row -> BackupView.of(row, names.get(row.tenantId.toString())))
                            .toList();
                });
    }
}
