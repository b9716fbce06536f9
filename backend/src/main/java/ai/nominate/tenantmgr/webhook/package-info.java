/**
 * Deploys a tenant when its source is pushed to: takes the deliveries of forges, remembers them, and queues a deployment of the
 * newest. Does not fetch and never believes a commit that a forge names: the deployment resolves the tenant's own ref.
 */
package ai.nominate.tenantmgr.webhook;
