package ai.nominate.tenantmgr.log.service;

import ai.nominate.tenantmgr.kernel.InvalidValue;
import ai.nominate.tenantmgr.kernel.ServiceName;
import ai.nominate.tenantmgr.kernel.Slot;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A place in the logs of one slot's services, as text {@code a:backend=MWYuMmMw~3,frontend=} that needs no escape in an address.
 * Each service has the cursor of its own log and how many lines after it are known already: a page in the middle of which a
 * stream ended is read again and passed over.
 *
 * @param places by service; a service without a place is read from its oldest line
 */
record ServiceCursor(Slot slot, Map<ServiceName, Place> places) {
    /** The oldest line of each service. */
    static final String BEGIN = "begin";

    private static final int LONGEST = 3000;
    private static final String ONE = "([a-z0-9-]{1,20})=([A-Za-z0-9_-]{0,400})(?:~(\\d{1,4}))?";
    private static final Pattern PLACE = Pattern.compile(ONE);
    private static final Pattern TEXT = Pattern.compile("([ab]):((?:" + ONE + "(?:,|$))*+)");

    /** @param known lines after the cursor, from 0 */
    record Place(String cursor, int known) {
        static final Place OLDEST = new Place("", 0);
    }

    ServiceCursor {
        places = Map.copyOf(places);
    }

    /** The place of one line. */
    static ServiceCursor at(Slot slot, ServiceName service, String place) {
        return new ServiceCursor(slot, Map.of(service, new Place(place, 0)));
    }

    /** @throws InvalidValue when it is not the place of one line */
    static ServiceCursor ofLine(String text) {
        ServiceCursor cursor = of(text);
        boolean isOne = cursor.places().size() == 1
                && cursor.places().values().stream()
                        .noneMatch(place -> place.cursor().isEmpty() || place.known() > 0);
        if (!isOne) {
            throw new InvalidValue("must be the place of a line");
        }
        return cursor;
    }

    /** Of the place of a line: its service. */
    ServiceName service() {
        return places.keySet().iterator().next();
    }

    /** @throws InvalidValue when it is not one of ours */
    static ServiceCursor of(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (text.length() > LONGEST || !matcher.matches()) {
            throw new InvalidValue("must be the cursor of an earlier answer, or begin");
        }
        Map<ServiceName, Place> places = new TreeMap<>();
        PLACE.matcher(matcher.group(2)).results().forEach(place -> {
            int known = place.group(3) == null ? 0 : Integer.parseInt(place.group(3));
            places.put(ServiceName.of(place.group(1)), new Place(decoded(place.group(2)), known));
        });
        return new ServiceCursor(Slot.of(matcher.group(1)), places);
    }

    private static String decoded(String text) {
        try {
            return new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new InvalidValue("must be the cursor of an earlier answer, or begin");
        }
    }

    private static String encoded(String cursor) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(cursor.getBytes(StandardCharsets.UTF_8));
    }

    Place place(ServiceName service) {
        return places.getOrDefault(service, Place.OLDEST);
    }

    ServiceCursor with(ServiceName service, Place place) {
        Map<ServiceName, Place> more = new TreeMap<>(places);
        more.put(service, place);
        return new ServiceCursor(slot, more);
    }

    @Override
    public String toString() {
        return slot + ":"
                + new TreeMap<>(places)
                        .entrySet().stream()
                                .map(each -> each.getKey() + "="
                                        + encoded(each.getValue().cursor())
                                        + (each.getValue().known() == 0
                                                ? ""
                                                : "~" + each.getValue().known()))
                                .collect(Collectors.joining(","));
    }
}
