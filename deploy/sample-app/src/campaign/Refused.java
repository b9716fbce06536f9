package campaign;

import java.util.Map;

/**
 * An answer that is the caller's or the moment's fault, with a stable code. Everything else that is thrown is a bug.
 */
final class Refused extends RuntimeException {
    final int status;
    final String code;
    final Map<String, String> fields;

    Refused(int status, String code, String message) {
        this(status, code, message, Map.of());
    }

    Refused(int status, String code, String message, Map<String, String> fields) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
        this.fields = fields;
    }
}
