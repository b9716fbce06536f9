package ai.nominate.tenantmgr.host.systemd;

import ai.nominate.tenantmgr.host.file.Home;
import ai.nominate.tenantmgr.host.file.SafeFiles;
import ai.nominate.tenantmgr.host.unit.UnitId;
import ai.nominate.tenantmgr.kernel.ServiceName;
import ai.nominate.tenantmgr.kernel.Slot;
import ai.nominate.tenantmgr.kernel.TenantSlug;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Which unit of systemd runs a service. Unit files have numbers, since nobody but root may add one for the name of a service: a
 * service keeps the number that it got first. One small file for each, so that the next manager knows.
 */
final class UnitPlaces {
    private static final int MOST = 8;
    private static final Pattern UNIT =
            Pattern.compile("tenantmgr-service([1-8])-([ab])@([a-z](?:[a-z0-9-]{0,26}[a-z0-9])?)\\.service");

    private final Path directory;
    private final Map<String, Place> places = new ConcurrentHashMap<>();

    /** @param since when the number became that of the service, in microseconds since 1970 */
    private record Place(UnitId id, long since) {}

    UnitPlaces(Home home) {
        this.directory = SafeFiles.directory(home.run().resolve("places"), "rwx------");
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, "*.service")) {
            for (Path file : files) {
                String unit = file.getFileName().toString();
                Matcher matcher = UNIT.matcher(unit);
                String[] words = Files.readString(file).strip().split(" ");
                if (matcher.matches() && words.length == 2 && ServiceName.isName(words[0])) {
                    UnitId id = new UnitId(
                            new TenantSlug(matcher.group(3)), Slot.of(matcher.group(2)), ServiceName.of(words[0]));
                    places.put(unit, new Place(id, Long.parseLong(words[1])));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("could not read " + directory, e);
        }
    }

    /** The unit of a service that was started before. */
    Optional<String> unit(UnitId id) {
        return IntStream.rangeClosed(1, MOST)
                .mapToObj(number -> name(id, number))
                .filter(unit ->
                        places.containsKey(unit) && places.get(unit).id().equals(id))
                .findFirst();
    }

    Optional<UnitId> id(String unit) {
        return Optional.ofNullable(places.get(unit)).map(Place::id);
    }

    /** What a unit printed before belongs to another service, perhaps to another tenant of the same name. */
    long since(String unit) {
        Place place = places.get(unit);
        return place == null ? Long.MAX_VALUE : place.since();
    }

    /**
     * The unit for a service that is about to start.
     *
     * @param runs whether a unit runs; the number of one that does not may go to a service of the next release
     */
    synchronized String assign(UnitId id, Predicate<String> runs) {
        Optional<String> known = unit(id);
        if (known.isPresent()) {
            return known.get();
        }
        String unit = IntStream.rangeClosed(1, MOST)
                .mapToObj(number -> name(id, number))
                .filter(name -> !places.containsKey(name))
                .findFirst()
                .or(() -> IntStream.rangeClosed(1, MOST)
                        .mapToObj(number -> name(id, number))
                        .filter(name -> !runs.test(name))
                        .findFirst())
                .orElseThrow(() -> new IllegalStateException(
                        "slot " + id.slot() + " of " + id.slug() + " runs " + MOST + " services already"));
        Place place = new Place(id, System.currentTimeMillis() * 1000);
        SafeFiles.write(directory.resolve(unit), id.service() + " " + place.since() + "\n", "rw-------");
        places.put(unit, place);
        return unit;
    }

    synchronized void forget(UnitId id) {
        unit(id).ifPresent(unit -> {
            SafeFiles.deleteTree(directory.resolve(unit));
            places.remove(unit);
        });
    }

    private static String name(UnitId id, int number) {
        return "tenantmgr-service" + number + "-" + id.slot().id() + "@" + id.slug() + ".service";
    }
}
