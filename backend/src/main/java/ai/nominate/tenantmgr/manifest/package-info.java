/**
 * What a core application says about itself: the file {@code tenant-app.yaml} at its root, read strictly, as values.
 * Knows no tenant, no release and no machine; refuses whatever it does not understand.
 */
package ai.nominate.tenantmgr.manifest;
