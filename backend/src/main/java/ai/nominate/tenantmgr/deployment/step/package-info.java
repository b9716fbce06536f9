/** The steps of the pipelines, one class each. {@code Pipelines} alone defines their order. */
package ai.nominate.tenantmgr.deployment.step;
