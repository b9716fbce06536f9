/**
 * Sends a message by e-mail, to a webhook or to Slack, and says what came of it. Knows no rule, and keeps no row.
 */
package ai.nominate.tenantmgr.alert.channel;
