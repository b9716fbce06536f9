/**
 * What the name servers of a domain say, and whether that leads to this server. Looks only: changes nothing, and decides nothing.
 */
package ai.nominate.tenantmgr.certificate.dns;
