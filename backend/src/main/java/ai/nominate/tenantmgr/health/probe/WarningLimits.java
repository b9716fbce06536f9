package ai.nominate.tenantmgr.health.probe;

/**
 * When a look warns.
 *
 * @param certificateDays a certificate that ends within so many days
 * @param diskPercent less than this share of the disk is left
 * @param connectionPercent more than this share of a tenant's database connections is open
 */
public record WarningLimits(int certificateDays, int diskPercent, int connectionPercent) {}
