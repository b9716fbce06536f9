package ai.nominate.tenantmgr.theme.scale;

import ai.nominate.tenantmgr.theme.colour.Srgb;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Eleven colours, each darker than the one before it.
 *
 * @param anchor the stop whose colour is the one that the scale was made for, unchanged
 */
public record Scale(Stop anchor, Map<Stop, Srgb> colours) {
    public Scale {
        if (colours.size() != Stop.values().length) {
            throw new IllegalArgumentException("a scale has a colour for each stop");
        }
        colours = Map.copyOf(colours);
    }

    static Scale of(Stop anchor, Function<Stop, Srgb> colour) {
        Map<Stop, Srgb> colours = new EnumMap<>(Stop.class);
        for (Stop stop : Stop.values()) {
            colours.put(stop, colour.apply(stop));
        }
        return new Scale(anchor, colours);
    }

    public Srgb at(Stop stop) {
        return colours.get(stop);
    }

    /** The colours from the lightest to the darkest. */
    public List<Srgb> list() {
        return Stream.of(Stop.values()).map(this::at).toList();
    }
}
