/**
 * Certificates: who issues them, where they lie and what they are good for.
 * Knows names of hosts; refuses to know who answers at them.
 */
package ai.nominate.tenantmgr.certificate;
