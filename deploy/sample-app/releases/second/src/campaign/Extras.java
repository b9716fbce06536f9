package campaign;

import java.util.List;

/**
 * The optional columns of a person in this release, in form order. The second release adds the city.
 */
final class Extras {
    static final List<String> COLUMNS = List.of("city");

    private Extras() {}
}
