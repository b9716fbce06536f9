package ai.nominate.tenantmgr.run.engine;

import java.util.UUID;

/**
 * The subject of a run, usually a tenant.
 *
 * @param name stays readable after the subject is deleted
 */
public record RunSubject(UUID id, String name) {}
