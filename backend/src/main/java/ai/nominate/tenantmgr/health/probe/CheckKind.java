package ai.nominate.tenantmgr.health.probe;

import java.util.Locale;

/** What is checked of a tenant. The code is stored with samples and never reused. */
public enum CheckKind {
    /** The site through NGINX by the tenant's domain. */
    FRONTEND(1, true, true, 128),
    /** The health paths of the services on their own ports. */
    BACKEND(2, true, true, 128),
    /** The state of the services. */
    SERVICE(3, true, true, 1),
    /** Size and connections of the database. */
    DATABASE(4, false, false, 1),
    /** The tenant's files, and the space that is left. */
    DISK(5, false, false, 2),
    /** The certificate that visitors get, and its end. */
    CERTIFICATE(6, false, false, 4);

    private final int code;
    private final boolean isVital;
    private final boolean isFrequent;
    private final int permits;

    CheckKind(int code, boolean isVital, boolean isFrequent, int permits) {
        this.code = code;
        this.isVital = isVital;
        this.isFrequent = isFrequent;
        this.permits = permits;
    }

    public int code() {
        return code;
    }

    /** Whether visitors are not served while it fails. */
    public boolean isVital() {
        return isVital;
    }

    /** Whether it is checked at the short interval; the others change slowly. */
    public boolean isFrequent() {
        return isFrequent;
    }

    /** How many looks of this kind run side by side on one server. */
    public int permits() {
        return permits;
    }

    /** The name in the database and the API. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static CheckKind of(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT));
    }

    public static CheckKind of(int code) {
        for (CheckKind kind : values()) {
            if (kind.code == code) {
                return kind;
            }
        }
        throw new IllegalArgumentException("no kind of check: " + code);
    }
}
