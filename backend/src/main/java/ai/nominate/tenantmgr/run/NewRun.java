package ai.nominate.tenantmgr.run;

import ai.nominate.tenantmgr.kernel.Actor;
import java.util.UUID;

/**
 * A run to be queued.
 *
 * @param id made by the caller, who may insert rows of its own beside the run's
 * @param kind the id of a registered {@link RunKind}
 * @param reason what the user gave as the reason; null when nothing
 */
public record NewRun(UUID id, String kind, RunSubject subject, Actor actor, String reason) {}
