package ai.nominate.tenantmgr.host.file;

/** Another manager keeps this home to itself. The message says what to do. */
public final class HomeInUse extends RuntimeException {
    HomeInUse(String message) {
        super(message, null, false, false);
    }
}
