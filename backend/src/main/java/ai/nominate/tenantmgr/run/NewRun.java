package ai.nominate.tenantmgr.run;

import ai.nominate.tenantmgr.kernel.Actor;
import java.util.UUID;

/**
 * A run to be queued.
 *
 * @param id created by the caller, who may insert its own rows beside the run's
 * @param kind the id of a registered {@link RunKind}
 * @param reason the reason given by the user; null if none
 */
public record NewRun(UUID id, String kind, RunSubject subject, Actor actor, String reason) {}
