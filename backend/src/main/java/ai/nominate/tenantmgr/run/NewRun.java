package ai.nominate.tenantmgr.run;

import ai.nominate.tenantmgr.kernel.Actor;
import ai.nominate.tenantmgr.run.engine.RunKind;
import ai.nominate.tenantmgr.run.engine.RunSubject;
import java.util.UUID;

/**
 * A run to be queued.
 *
 * @param id created by the caller, who may insert its own rows beside the run's
 * @param kind the id of a registered {@link RunKind}
 * @param server the number of the server whose manager executes it
 * @param reason what the user gave as the reason; null when nothing
 */
public record NewRun(UUID id, String kind, short server, RunSubject subject, Actor actor, String reason) {}
