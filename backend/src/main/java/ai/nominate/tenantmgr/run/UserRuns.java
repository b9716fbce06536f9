package ai.nominate.tenantmgr.run;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The runs of one user. */
@ApplicationScoped
public class UserRuns {
    private static final String UNFINISHED = "serverId = ?1 and status in ('queued', 'running') and not cancelRequested"
            + " and (actor = ?2 or substring(actor, 1, length(?2) + 1) = ?2 || '/') order by queuedAt, id";

    /**
     * The runs on a server that are queued or running and not cancelled, without their steps. Runs in the caller's
     * session.
     *
     * @param user the user name; runs of the user's API tokens are included
     */
    public Uni<List<RunSnapshot>> unfinished(short server, String user) {
        return RunRow.<RunRow>list(UNFINISHED, server, user)
                .map(rows ->
                        rows.stream().map(row -> RunSnapshot.of(row, List.of())).toList());
    }
}
