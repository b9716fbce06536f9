/**
 * Tells people of trouble: compares what is wrong with the open alerts, and sends one message when an alert opens and one when it is
 * over. Knows no cause: features say what is wrong by an {@code AlertSource}.
 */
package ai.nominate.tenantmgr.alert;
