package ai.nominate.tenantmgr.alert.channel;

import ai.nominate.tenantmgr.kernel.InvalidValue;

/** How the connection to the mail server is protected. */
enum MailSecurity {
    /** TLS from the first byte, usually on port 465. */
    TLS,
    /** TLS after a greeting, usually on port 587; without it nothing is sent. */
    STARTTLS,
    NONE;

    static MailSecurity of(String id) {
        return switch (id) {
            case "tls" -> TLS;
            case "starttls" -> STARTTLS;
            case "none" -> NONE;
            default -> throw new InvalidValue("must be tls, starttls or none");
        };
    }
}
