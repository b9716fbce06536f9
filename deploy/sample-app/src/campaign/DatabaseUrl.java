package campaign;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;

/**
 * {@code postgresql://user:password@host:port/database} with percent-encoded parts, as set by the manager.
 */
record DatabaseUrl(String jdbc, String user, String password) {
    static DatabaseUrl parse(String url) {
        URI uri = URI.create(url);
        String[] login = String.valueOf(uri.getRawUserInfo()).split(":", 2);
        if (!"postgresql".equals(uri.getScheme()) || uri.getHost() == null || login.length < 2) {
            throw new IllegalStateException(
                    "DATABASE_URL is not of the form postgresql://user:password@host:port/database");
        }
        int port = uri.getPort() == -1 ? 5432 : uri.getPort();
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        return new DatabaseUrl(
                "jdbc:postgresql://" + uri.getHost() + ":" + port + uri.getRawPath() + query,
                decoded(login[0]),
                decoded(login[1]));
    }

    /** A server that does not answer times out: a connection after {@code connectSeconds}, a statement after {@code readSeconds}. */
    Connection connect(int connectSeconds, int readSeconds) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        properties.setProperty("connectTimeout", Integer.toString(connectSeconds));
        properties.setProperty("loginTimeout", Integer.toString(connectSeconds));
        properties.setProperty("socketTimeout", Integer.toString(readSeconds));
        properties.setProperty("ApplicationName", "campaign");
        Connection connection = new org.postgresql.Driver().connect(jdbc, properties);
        if (connection == null) {
            throw new SQLException("the driver does not accept " + jdbc);
        }
        return connection;
    }

    /** A plus sign is literal in a URL; it means a space only in form data. */
    private static String decoded(String part) {
        return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return jdbc;
    }
}
