package ai.nominate.tenantmgr.host.file;

/** Another manager uses this home. The message names it. */
public final class HomeInUse extends RuntimeException {
    HomeInUse(String message) {
        super(message, null, false, false);
    }
}
