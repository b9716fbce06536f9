package ai.nominate.tenantmgr.host.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** PostgreSQL's own log of statements, independent of the client. Enabled only while statements are recorded. */
public final class StatementLog implements AutoCloseable {
    private static final Path LOG = Path.of("target/test-home/pg/log");
    private static final Pattern STATEMENT = Pattern.compile("LOG:  (?:execute [^:]*|statement): (.*)", Pattern.DOTALL);
    private static final Pattern PARAMETERS = Pattern.compile("DETAIL:  parameters: (.*)", Pattern.DOTALL);
    /** Possessive: a parameter of thousands of characters, such as a batch of log lines, would exhaust the stack. */
    private static final Pattern PARAMETER = Pattern.compile("\\$[0-9]+ = ('(?:[^']++|'')*+'|NULL)");
    /** Periodic statements of the manager itself. */
    private static final Pattern BY_ITSELF = Pattern.compile(
            "scheduled_tasks|delete from tenant_tally|from event where seq|^(begin|commit|set |select 1$)",
            Pattern.CASE_INSENSITIVE);

    private final PostgresAddress address = TestPostgres.address();

    public StatementLog() {
        set("log_statement = 'all'");
    }

    /** @param parameters each as SQL */
    public record Statement(String sql, List<String> parameters) {
        Statement with(String written) {
            return new Statement(
                    sql,
                    PARAMETER
                            .matcher(written)
                            .results()
                            .map(found -> found.group(1))
                            .toList());
        }

        /** The query plan as JSON. */
        public String plan() {
            String arguments = parameters.isEmpty() ? "" : "(" + String.join(", ", parameters) + ")";
            PostgresAddress address = TestPostgres.address();
            try (Connection connection = DriverManager.getConnection(
                            address.jdbcUrl(),
                            address.user(),
                            address.password().reveal());
                    var session = connection.createStatement()) {
                session.execute("set plan_cache_mode = force_custom_plan");
                session.execute("prepare asked as " + sql);
                try (ResultSet rows = session.executeQuery("explain (format json) execute asked" + arguments)) {
                    rows.next();
                    return rows.getString(1);
                }
            } catch (SQLException e) {
                throw new IllegalStateException(sql, e);
            }
        }
    }

    /** The statements of the second of two runs of the work that the first had too: others are periodic ones of the manager. */
    public List<Statement> duringEach(Runnable work) {
        Set<String> first = during(work).stream().map(Statement::sql).collect(Collectors.toSet());
        return during(work).stream()
                .filter(statement -> first.contains(statement.sql()))
                .toList();
    }

    /** The statements in this database during the work. */
    public List<Statement> during(Runnable work) {
        long before = size();
        work.run();
        List<Statement> statements = new ArrayList<>();
        // several connections write concurrently; parameters belong to the last statement of the same connection
        Map<String, Integer> lastOf = new HashMap<>();
        for (String entry : entries(before)) {
            String connection = entry.substring(entry.indexOf('['), entry.indexOf(']'));
            Matcher statement = STATEMENT.matcher(entry);
            Matcher parameters = PARAMETERS.matcher(entry);
            if (statement.find()) {
                boolean asked = !BY_ITSELF.matcher(statement.group(1)).find();
                lastOf.put(connection, asked ? statements.size() : null);
                if (asked) {
                    statements.add(new Statement(statement.group(1).strip(), List.of()));
                }
            } else if (parameters.find() && lastOf.get(connection) != null) {
                int last = lastOf.get(connection);
                statements.set(last, statements.get(last).with(parameters.group(1)));
            }
        }
        return statements;
    }

    @Override
    public void close() {
        set("log_statement = default");
    }

    private void set(String setting) {
        try (PostgresSession session = new PostgresSession(address)) {
            session.execute("alter system set " + setting);
            session.execute("select pg_reload_conf()");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private long size() {
        return LOG.toFile().length();
    }

    /** Log entries with their continuation lines. */
    private List<String> entries(long from) {
        try {
            byte[] all = Files.readAllBytes(LOG);
            String text = new String(all, (int) from, (int) (all.length - from), StandardCharsets.UTF_8);
            return Arrays.stream(text.split("\n(?=\\d{4}-\\d\\d-\\d\\d )"))
                    .filter(entry -> entry.contains("@" + address.database() + " "))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
