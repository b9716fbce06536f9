package ai.nominate.tenantmgr.host.postgres;

import ai.nominate.tenantmgr.kernel.Secret;



/** Address and credentials of a PostgreSQL database. */
public record PostgresAddress(String host, int port, String database, String user, Secret password) {
    public String jdbcUrl() {
        return "jdbc:" + reactiveUrl();
    }

    public String reactiveUrl() {
        return "postgresql://" + host + ":" + port + "/" + database;
    }

    /** Another database of the same server and user. */
    public PostgresAddress in(String otherDatabase) {
        return new PostgresAddress(host, port, otherDatabase, user, password);
    }
}
