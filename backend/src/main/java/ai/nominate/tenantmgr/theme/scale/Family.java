package ai.nominate.tenantmgr.theme.scale;

import ai.nominate.tenantmgr.theme.colour.Oklch;
import ai.nominate.tenantmgr.theme.colour.Srgb;
import java.util.List;

/** A scale that designers made by eye, and its colours in OKLCH, which curves are made of. */
record Family(String name, List<Srgb> colours, List<Oklch> curve) {
    static Family of(String name, List<Srgb> colours) {
        return new Family(name, colours, colours.stream().map(Oklch::of).toList());
    }

    Oklch at(Stop stop) {
        return curve.get(stop.ordinal());
    }

    Scale around(Stop anchor) {
        return Scale.of(anchor, stop -> colours.get(stop.ordinal()));
    }
}
