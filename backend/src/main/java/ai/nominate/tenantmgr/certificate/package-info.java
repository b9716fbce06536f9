/**
 * Certificates: issuance, storage and validity. Knows host names only, not the services behind them.
 */
package ai.nominate.tenantmgr.certificate;
