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

    /** A full disk stops no service: without its record a unit is found by its marker. */
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

    /** An unreadable record is skipped: its content can be recovered, but a failed start cannot. */
    List<UnitRecord> load() {
        List<UnitRecord> records = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, "*.unit")) {
            for (Path file : files) {
                try {
                    records.add(UnitRecord.parse(Files.readString(file)));
                } catch (IllegalArgumentException | DateTimeException e) {
                    LOG.warnf("The record %s could not be read (%s) and is skipped.", file, e.getMessage());
                }
            }
            return records;
        } catch (IOException e) {
            throw new UncheckedIOException("could not read " + directory, e);
        }
    }

    /** Whether the stored record is current, for the next manager. */
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
