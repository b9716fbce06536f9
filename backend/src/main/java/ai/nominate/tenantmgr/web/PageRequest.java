package ai.nominate.tenantmgr.web;

import ai.nominate.tenantmgr.kernel.Fields;
import ai.nominate.tenantmgr.kernel.InvalidValue;

/** The requested page of a list. Parsed from text, so that an invalid number is a 400 that names the field. */
public record PageRequest(int page, int size) {
    private static final int LARGEST = 200;
    private static final int LAST_PAGE = 1_000_000;

    /** @throws ai.nominate.tenantmgr.kernel.ProblemException if page or size is not a number in its range */
    public static PageRequest of(String page, String size) {
        Fields fields = new Fields();
        Integer first = fields.optional("page", page, text -> number(text, 0, LAST_PAGE));
        Integer count = fields.optional("size", size, text -> number(text, 1, LARGEST));
        fields.throwIfInvalid();
        return new PageRequest(first == null ? 0 : first, count == null ? 20 : count);
    }

    public long offset() {
        return (long) page * size;
    }

    /** @throws InvalidValue unless the text is a plain decimal number within the bounds */
    public static int number(String text, int least, int most) {
        if (text.matches("[0-9]{1,9}")) {
            int number = Integer.parseInt(text);
            if (number >= least && number <= most) {
                return number;
            }
        }
        throw new InvalidValue("must be a whole number from " + least + " to " + most);
    }
}
