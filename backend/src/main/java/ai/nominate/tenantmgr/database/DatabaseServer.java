package ai.nominate.tenantmgr.database;

import java.net.URI;

/**
 * The PostgreSQL server of the tenants' databases, and its superuser.
 *
 * @param password never logged; omitted from {@code toString}
 */
public record DatabaseServer(String host, int port, String user, String password) {
    static final String MAINTENANCE = "postgres";

    /** @param url postgresql://user:password@host:port/database */
    public static DatabaseServer of(String url) {
        URI uri = URI.create(url);
        String[] user = uri.getUserInfo().split(":", 2);
        return new DatabaseServer(
                uri.getHost(),
                uri.getPort() < 0 ? 5432 : uri.getPort(),
                decode(user[0]),
                user.length == 2 ? decode(user[1]) : "");
    }

    String jdbcUrl(String database) {
        return "jdbc:postgresql://" + host + ":" + port + "/" + database + "?connectTimeout=5&tcpKeepAlive=true";
    }

    private static String decode(String text) {
        return java.net.URLDecoder.decode(text.replace("+", "%2B"), java.nio.charset.StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return host + ":" + port;
    }
}
