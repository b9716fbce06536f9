/**
 * Deployments: move a tenant from one release to the next in steps, without downtime, and resume after a crash. This package
 * defines the order of the steps; each step delegates its work to the package responsible for it.
 */
package ai.nominate.tenantmgr.deployment;
