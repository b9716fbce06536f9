/**
 * The core application's manifest, {@code tenant-app.yaml} at the root of its source: strict reader and value types.
 * Knows nothing of tenants, releases or the machine; rejects unknown properties.
 */
package ai.nominate.tenantmgr.manifest;
