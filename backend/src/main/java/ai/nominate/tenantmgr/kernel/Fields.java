package ai.nominate.tenantmgr.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Reads the fields of a request and collects all errors, so that a caller gets them in one answer. */
public final class Fields {
    private final List<FieldError> errors = new ArrayList<>();

    /** The value, or null after recording an error; {@link #throwIfInvalid()} must be called before the value is used. */
    public <S, T> T required(String field, S source, Function<S, T> value) {
        if (source == null || source instanceof String text && text.isBlank()) {
            errors.add(new FieldError(field, "is required"));
            return null;
        }
        return read(field, source, value);
    }

    /** Like {@link #required}, but an absent field is null without an error. */
    public <S, T> T optional(String field, S source, Function<S, T> value) {
        return source == null ? null : read(field, source, value);
    }

    private <S, T> T read(String field, S source, Function<S, T> value) {
        try {
            return value.apply(source);
        } catch (InvalidValue e) {
            errors.add(new FieldError(field, e.getMessage()));
            return null;
        }
    }

    public void add(String field, String message) {
        errors.add(new FieldError(field, message));
    }

    public List<FieldError> errors() {
        return List.copyOf(errors);
    }

    /** @throws ProblemException with all fields and reasons, if there are any */
    public void throwIfInvalid() {
        if (!errors.isEmpty()) {
            String detail = errors.size() == 1 ? "One field is not valid" : errors.size() + " fields are not valid";
            throw new ProblemException(RequestProblem.INVALID, detail).withErrors(errors);
        }
    }
}
