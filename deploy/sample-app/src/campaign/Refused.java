package campaign;

import java.util.Map;

/**
 * An expected error with a stable code. Every other exception is a bug.
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
