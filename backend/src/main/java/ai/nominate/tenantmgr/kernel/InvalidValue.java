package ai.nominate.tenantmgr.kernel;

/** A text that is not a valid value. The message is shown to users and never repeats the text. */
public final class InvalidValue extends IllegalArgumentException {
    public InvalidValue(String message) {
        super(message);
    }
}
