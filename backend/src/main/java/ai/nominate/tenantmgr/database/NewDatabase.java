package ai.nominate.tenantmgr.database;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What a tenant's database gets when it is created.
 *
 * @param init initial content as SQL, run by the tenant's role; empty for an empty database
 * @param extensions created before the content, by the tenant's role: PostgreSQL allows those that it trusts
 * @param limit total time for the content
 */
public record NewDatabase(Optional<String> init, List<String> extensions, Duration limit) {
    public NewDatabase {
        extensions = List.copyOf(extensions);
    }
}
