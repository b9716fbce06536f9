package ai.nominate.tenantmgr.kernel;

/** The error of one field of a request. The message never repeats the value. */
public record FieldError(String field, String message) {}
