package ai.nominate.tenantmgr.product;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The product's PostgreSQL, inspected from outside. */
final class Database {
    private static final String COUNTS = """
            select table_name || ' ' || (xpath('/row/c/text()', query_to_xml(
                       format('select count(*) as c from %I where %s', table_name,
                              case table_name when 'event' then $$topic not in ('metrics', 'health', 'backups', 'alerts', 'traffic') and type <> 'tenant.health'$$
                                   else 'true' end),
                       false, true, '')))[1]
            from information_schema.tables
            where table_schema = 'public' and table_name not like 'log_entry%' and table_name not like 'health%'
                  and table_name not like 'traffic%'
                  and table_name not like 'alert%'
                  and table_name not in ('audit_seal', 'backup_schedule', 'machine_sample', 'refresh_family', 'schedule_run', 'scheduled_tasks', 'tenant_tally')
            order by 1""";

    private final Path directory;

    Database(Path home) {
        this.directory = home.resolve("pg");
    }

    /** The names of all databases on the server. */
    List<String> names() {
        return column("postgres", "select datname from pg_database order by 1");
    }

    /** Row counts of the manager's tables as text, without those that grow by themselves. */
    List<String> rowCounts() {
        return column("tenantmgr", COUNTS);
    }

    /** The first value of a query on the manager's database. */
    String value(String sql) {
        return column("tenantmgr", sql).getFirst();
    }

    /** Executes a change on the manager's database, or on the server. */
    void execute(String sql) {
        try (Connection connection = connect("tenantmgr")) {
            connection.createStatement().execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private List<String> column(String database, String sql) {
        try (Connection connection = connect(database);
                ResultSet rows = connection.createStatement().executeQuery(sql)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** What a run and its tenant have that changes with every write of the run. */
    String run(String id) {
        return value("select r.epoch || ' ' || r.revision || ' ' || r.status || ' ' || t.version || ' ' || t.status"
                + " from run r join tenant t on t.id = r.subject_id where r.id = '" + id + "'");
    }

    TableLock lockAgainstWrites(String table) {
        try {
            return new TableLock(connect("tenantmgr"), table);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The address of the manager's own database, with its password. */
    String url() {
        return "postgresql://tenantmgr:" + read("password") + "@127.0.0.1:" + read("port") + "/tenantmgr";
    }

    private Connection connect(String database) throws SQLException {
        String url = "jdbc:postgresql://127.0.0.1:" + read("port") + "/" + database;
        return DriverManager.getConnection(url, "tenantmgr", read("password"));
    }

    private String read(String file) {
        try {
            return Files.readString(directory.resolve(file)).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
