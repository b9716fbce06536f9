package ai.nominate.tenantmgr.host.unit;

import ai.nominate.tenantmgr.host.file.Home;
import ai.nominate.tenantmgr.host.file.SafeFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;

/** The records of all units, a small file each, so that they outlive the manager. */
final class UnitRecords {
    private static final Logger LOG = Logger.getLogger(UnitRecords.class);
    private final Path directory;

    UnitRecords(Home home) {
        this.directory = SafeFiles.directory(home.run().resolve("units"), "rwx------");
    }

    /** A full disk stops no service: what cannot be written is found again by its marker. */
    void save(UnitRecord record) {
        try {
            SafeFiles.write(file(record.unit().id()), record.text(), "rw-------");
        } catch (UncheckedIOException e) {
            LOG.warnf(e, "The record of %s could not be written", record.unit().id());
        }
    }

    void delete(UnitId id) {
        SafeFiles.deleteTree(file(id));
    }

    /** One that cannot be read is left out: what it told can be found again, but a start that fails cannot. */
    List<UnitRecord> load() {
        List<UnitRecord> records = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, "*.unit")) {
            for (Path file : files) {
                try {
                    records.add(UnitRecord.parse(Files.readString(file)));
                } catch (IllegalArgumentException | DateTimeException e) {
                    LOG.warnf("The record %s is not readable (%s) and is left out.", file, e.getMessage());
                }
            }
            return records;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + directory, e);
        }
    }

    /** Whether the next manager would find it here as it is. */
    boolean holds(Unit unit) {
        try {
            return UnitRecord.parse(Files.readString(file(unit.id()))).unit().equals(unit);
        } catch (IOException | IllegalArgumentException | DateTimeException e) {
            return false;
        }
    }

    private Path file(UnitId id) {
        return directory.resolve(id.toString().replace('/', '.') + ".unit");
    }
}
