package ai.nominate.tenantmgr.host.postgres;

import ai.nominate.tenantmgr.kernel.Secret;

/** Where a PostgreSQL answers, and as whom. */
public record PostgresAddress(String host, int port, String database, String user, Secret password) {
    public String jdbcUrl() {
        return "jdbc:" + reactiveUrl();
    }

    public String reactiveUrl() {
        return "postgresql://" + host + ":" + port + "/" + database;
    }

    /** The same server and user, another database. */
    public PostgresAddress in(String otherDatabase) {
        return new PostgresAddress(host, port, otherDatabase, user, password);
    }
}
