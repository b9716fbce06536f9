/**
 * Reports the state of deployments to the forge, as a status of their commit. An outbox: what is to be sent is a row, and no
 * deployment waits for it or fails by it. Knows no deliveries.
 */
package ai.nominate.tenantmgr.webhook.status;
