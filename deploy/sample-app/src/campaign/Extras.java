package campaign;

import java.util.List;

/**
 * The optional columns of a person in this release, in form order. The first release has none.
 */
final class Extras {
    static final List<String> COLUMNS = List.of();

    private Extras() {}
}
