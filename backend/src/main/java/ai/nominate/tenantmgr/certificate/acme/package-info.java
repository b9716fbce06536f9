/**
 * Certificates from an ACME server (RFC 8555), for names whose HTTP requests arrive here. Knows host names, keys and files; it
 * does not know tenants, and stores no certificate.
 */
package ai.nominate.tenantmgr.certificate.acme;
