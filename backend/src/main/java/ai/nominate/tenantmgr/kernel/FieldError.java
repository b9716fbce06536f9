package ai.nominate.tenantmgr.kernel;

/** What is wrong with one field of a request. The message never repeats the value. */
public record FieldError(String field, String message) {}
