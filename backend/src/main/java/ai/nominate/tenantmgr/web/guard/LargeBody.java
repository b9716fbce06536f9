package ai.nominate.tenantmgr.web.guard;

/**
 * The address of a request whose body may be of any size, because its feature streams it and sets a limit itself. A feature registers
 * it as a bean.
 *
 * @param path exactly, such as {@code /api/backups/import}
 */
public record LargeBody(String path) {}
