package campaign;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Persons who signed. The only class that accesses the table; values are always parameters. */
final class Persons {
    /** The position of a signature, and whether it already existed. */
    record Place(long number, boolean alreadySigned) {}

    private static final String COLUMNS = String.join(", ", columns());

    private final Pool pool;

    Persons(Pool pool) {
        this.pool = pool;
    }

    Place add(SignUp signUp) throws SQLException {
        String names = "name, email, search"
                + String.join("", Extras.COLUMNS.stream().map(c -> ", " + c).toList());
        String marks = "?, ?, to_tsvector('simple', ? || ' ' || ?)" + ", nullif(?, '')".repeat(Extras.COLUMNS.size());
        List<Object> values = new ArrayList<>(List.of(signUp.name(), signUp.email(), signUp.name(), signUp.email()));
        values.addAll(signUp.extras().values());
        return pool.run(connection -> {
            boolean added = update(
                            connection,
                            "insert into person (" + names + ") values (" + marks + ") on conflict do nothing",
                            values)
                    == 1;
            return new Place(number(connection, signUp.email()), !added);
        });
    }

    long count() throws SQLException {
        return (Long) one("select count(*) as count from person").get("count");
    }

    /** First names only (and this release's public columns): the page is public. */
    List<Map<String, Object>> recent() throws SQLException {
        String extras = String.join(
                "", Extras.COLUMNS.stream().map(column -> ", " + column).toList());
        return all("select split_part(name, ' ', 1) as \"firstName\"" + extras
                + ", created_at as \"at\" from person order by id desc limit 6");
    }

    List<Map<String, Object>> page(String search, long after, int limit) throws SQLException {
        String where = search.isBlank() ? "" : " and search @@ plainto_tsquery('simple', ?)";
        List<Object> values = new ArrayList<>(List.of(after));
        if (!search.isBlank()) {
            values.add(search);
        }
        values.add(limit);
        return all(
                "select " + COLUMNS + " from person where id > ?" + where + " order by id limit ?", values.toArray());
    }

    Map<String, Object> stats() throws SQLException {
        return one("""
                select count(*) as persons,
                       count(*) filter (where created_at >= current_date) as today,
                       count(*) filter (where created_at >= now() - interval '7 days') as "last7Days",
                       min(created_at) as "firstAt", max(created_at) as "lastAt",
                       pg_database_size(current_database()) as "databaseBytes"
                from person""");
    }

    int reindex() throws SQLException {
        return pool.run(connection -> update(
                connection, "update person set search = to_tsvector('simple', name || ' ' || email)", List.of()));
    }

    boolean reachable(java.time.Duration patience) throws SQLException {
        return pool.run(patience, connection -> {
            try (PreparedStatement statement = connection.prepareStatement("select 1 from person limit 1")) {
                statement.setQueryTimeout(2);
                statement.executeQuery().close();
                return true;
            }
        });
    }

    private static List<String> columns() {
        List<String> columns = new ArrayList<>(List.of("id", "name", "email", "created_at as \"createdAt\""));
        columns.addAll(Extras.COLUMNS);
        return columns;
    }

    private static long number(Connection connection, String email) throws SQLException {
        String sql = "select count(*) from person where id <= (select id from person where lower(email) = ?)";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, email);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private Map<String, Object> one(String sql) throws SQLException {
        return all(sql).getFirst();
    }

    private List<Map<String, Object>> all(String sql, Object... values) throws SQLException {
        return pool.run(connection -> {
            try (PreparedStatement statement = prepared(connection, sql, List.of(values));
                    ResultSet rows = statement.executeQuery()) {
                List<Map<String, Object>> result = new ArrayList<>();
                while (rows.next()) {
                    result.add(row(rows));
                }
                return result;
            }
        });
    }

    private static int update(Connection connection, String sql, List<Object> values) throws SQLException {
        try (PreparedStatement statement = prepared(connection, sql, values)) {
            return statement.executeUpdate();
        }
    }

    private static PreparedStatement prepared(Connection connection, String sql, List<Object> values)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.size(); i++) {
            statement.setObject(i + 1, values.get(i));
        }
        return statement;
    }

    private static Map<String, Object> row(ResultSet rows) throws SQLException {
        ResultSetMetaData columns = rows.getMetaData();
        Map<String, Object> row = new LinkedHashMap<>();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            Object value = rows.getObject(i);
            row.put(columns.getColumnLabel(i), value instanceof java.sql.Timestamp time ? time.toInstant() : value);
        }
        return row;
    }
}
