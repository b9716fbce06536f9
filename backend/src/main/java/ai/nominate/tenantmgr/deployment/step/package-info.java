/** The steps of the pipelines, one class each. Only {@code Pipelines} knows in which order they come. */
package ai.nominate.tenantmgr.deployment.step;
