package ai.nominate.tenantmgr.release.git;

/**
 * Limits for one source, its submodules included.
 *
 * @param transferBytes what may be fetched
 * @param unpackedBytes sum of the sizes of its files
 * @param files number of its files
 */
public record SourceLimits(long transferBytes, long unpackedBytes, int files) {}
