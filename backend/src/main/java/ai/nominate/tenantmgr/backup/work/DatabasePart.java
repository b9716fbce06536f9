package ai.nominate.tenantmgr.backup.work;

import ai.nominate.tenantmgr.backup.bundle.BundleManifest;
import ai.nominate.tenantmgr.backup.bundle.BundleManifest.Part;
import ai.nominate.tenantmgr.backup.bundle.BundleWriter;
import ai.nominate.tenantmgr.database.DatabaseExport;
import ai.nominate.tenantmgr.database.DatabaseExport.Exported;
import ai.nominate.tenantmgr.database.DatabaseProblem;
import ai.nominate.tenantmgr.database.DumpReading;
import ai.nominate.tenantmgr.database.TenantDatabases;
import ai.nominate.tenantmgr.host.file.SafeFiles;
import ai.nominate.tenantmgr.kernel.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** The dump of the tenant's database. In clear only until it was read to its end. */
@ApplicationScoped
public class DatabasePart {
    private static final byte[] MAGIC = "PGDMP".getBytes(StandardCharsets.US_ASCII);

    private final TenantDatabases databases;
    private final DatabaseExport export;
    private final DumpReading reading;

    DatabasePart(
            TenantDatabases databases,
            DatabaseExport export,
            DumpReading reading) {
        this.databases = databases;
        this.export = export;
        this.reading = reading;
    }

    /** @return what was done, for people */
    public String write(Work work) throws IOException {
        WorkNotes.none().write(work.directory());
        if (!databases.exists(work.tenant())) {
            return "The tenant has no database";
        }
        Duration limit = work.limit();
        Path dump = work.directory().resolve(BundleManifest.DATABASE);
        SafeFiles.deleteTree(dump, work.scope().permit());
        try {
            Exported exported = export.write(work.tenant(), dump, limit, work.scope());
            requireDump(dump);
            reading.toItsEnd(work.tenant().slug(), dump, limit, work.scope());
            BundleWriter writer = new BundleWriter(work.directory(), work.keys());
            Part part = writer.add(BundleManifest.DATABASE, dump);
            new WorkNotes(List.of(part), exported.rowCounts(), exported.serverVersion(), exported.dumpVersion(), 0)
                    .write(work.directory());
            long rows = exported.rowCounts().values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
            return "Database dumped (" + part.plainBytes() + " bytes, " + rows + " rows of "
                    + exported.rowCounts().size() + " tables) and read to its end";
        } finally {
            SafeFiles.deleteTree(dump);
        }
    }

    /** A program that succeeded without having written anything has not succeeded. */
    private static void requireDump(Path dump) throws IOException {
        try (InputStream in = Files.newInputStream(dump)) {
            if (!Arrays.equals(in.readNBytes(MAGIC.length), MAGIC)) {
                throw new ProblemException(DatabaseProblem.BACKUP_FAILED, "pg_dump succeeded and wrote no dump");
            }
        }
    }
}
