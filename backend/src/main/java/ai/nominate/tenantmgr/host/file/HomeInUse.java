package ai.nominate.tenantmgr.host.file;

/** Another manager has this home. The message says which. */
public final class HomeInUse extends RuntimeException {
    HomeInUse(String message) {
        super(message, null, false, false);
    }
}
