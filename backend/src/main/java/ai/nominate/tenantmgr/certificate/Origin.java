package ai.nominate.tenantmgr.certificate;

import java.util.Locale;

/** Where a certificate comes from. The ids are in rows and in the API. */
public enum Origin {
    INTERNAL,
    ACME,
    OWN;

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Origin of(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT));
    }
}
