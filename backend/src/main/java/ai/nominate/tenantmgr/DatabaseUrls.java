package ai.nominate.tenantmgr;

import ai.nominate.tenantmgr.host.postgres.PostgresAddress;


import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** A PostgreSQL URL, postgresql://user:password@host:port/database, and its forms for each client. */
final class DatabaseUrls {
    private DatabaseUrls() {}

    /** @param tenants server of the tenants' databases; null for the same server */
    static Map<String, String> of(String own, String tenants) {
        URI uri = URI.create(own);
        if (uri.getUserInfo() == null || uri.getHost() == null || uri.getPath().length() < 2) {
            throw new IllegalArgumentException(
                    "TENANTMGR_DATABASE_URL must be postgresql://user:password@host:port/database");
        }
        String[] user = uri.getRawUserInfo().split(":", 2);
        String place = uri.getHost() + ":" + (uri.getPort() < 0 ? 5432 : uri.getPort()) + uri.getRawPath();
        return Map.of(
                "quarkus.datasource.jdbc.url",
                "jdbc:postgresql://" + place,
                "quarkus.datasource.reactive.url",
                "postgresql://" + place,
                "quarkus.datasource.username",
                decode(user[0]),
                "quarkus.datasource.password",
                user.length == 2 ? decode(user[1]) : "",
                "tenantmgr.tenant-database-url",
                tenants == null || tenants.isBlank() ? own : tenants);
    }

    static String url(PostgresAddress address) {
        return "postgresql://" + encode(address.user()) + ":"
                + encode(address.password().reveal()) + "@" + address.host() + ":" + address.port() + "/"
                + address.database();
    }

    private static String decode(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
