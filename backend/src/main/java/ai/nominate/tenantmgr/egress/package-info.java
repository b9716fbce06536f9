/**
 * Controls outbound connections: public addresses, and addresses that the operator has allowed. Makes no connection
 * itself.
 */
package ai.nominate.tenantmgr.egress;
