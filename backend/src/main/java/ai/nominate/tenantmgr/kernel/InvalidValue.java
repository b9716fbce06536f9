package ai.nominate.tenantmgr.kernel;

/** A text that is not the value it claims to be. The message is for people, and never repeats the text. */
public final class InvalidValue extends IllegalArgumentException {
    public InvalidValue(String message) {
        super(message);
    }
}
