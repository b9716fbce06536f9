package campaign;

import java.util.List;

/**
 * The optional columns of a person that this release asks for, in the order of the form. The second release asks for
 * the city.
 */
final class Extras {
    static final List<String> COLUMNS = List.of("city");

    private Extras() {}
}
