package ai.nominate.tenantmgr.server;

import io.agroal.api.AgroalDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.OptionalLong;
import java.util.UUID;

/** The lease's row in PostgreSQL. A database that does not answer within seconds is an error, so that a heartbeat never hangs. */
final class SqlLeaseRows implements LeaseRows {
    private static final int ANSWER_MS = 5_000;
    private static final String LOOK = """
            select owner, epoch, coalesce(lease_until > clock_timestamp(), false) as valid, installation, home_locked, address
            from server where id = ?""";
    /** A home serves one server at a time: otherwise two managers would share its directories. */
    private static final String ACQUIRE = """
            update server s set owner = ?, epoch = epoch + 1, lease_until = clock_timestamp() + interval '30 seconds',
                installation = ?, home_locked = ?, address = ?, public_scheme = ?, http_port = ?, https_port = ?,
                web_port = ?, started_at = ?, version = ?
            where id = ? and epoch = ?
                and (coalesce(lease_until < clock_timestamp(), true) and (? or installation = ?)
                     or ? and home_locked and installation = ?)
                and not exists (select 1 from server o where o.id <> s.id and o.installation = ?
                                and o.lease_until > clock_timestamp())
            returning epoch""";

    private static final String RENEW = """
            update server set lease_until = clock_timestamp() + interval '30 seconds', home_locked = ?
            where id = ? and owner = ? and epoch = ?""";
    private static final String RELEASE = """
            update server set owner = null, lease_until = null, home_locked = false, address = null
            where id = ? and owner = ? and epoch = ?""";

    private final AgroalDataSource database;
    private final short server;
    private final ManagerInstance manager;

    SqlLeaseRows(AgroalDataSource database, short server, ManagerInstance manager) {
        this.database = database;
        this.server = server;
        this.manager = manager;
    }

    @Override
    public LeaseState look() {
        return with(LOOK, statement -> {
            statement.setShort(1, server);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return new LeaseState(
                        row.getObject("owner", UUID.class),
                        row.getLong("epoch"),
                        row.getBoolean("valid"),
                        row.getObject("installation", UUID.class),
                        row.getBoolean("home_locked"),
                        row.getString("address"));
            }
        });
    }

    @Override
    public OptionalLong acquire(LeaseState seen, boolean homeLocked) {
        return with(ACQUIRE, statement -> {
            bind(
                    statement,
                    manager.id(),
                    manager.installation(),
                    homeLocked,
                    manager.address(),
                    manager.scheme(),
                    manager.httpPort(),
                    manager.httpsPort(),
                    manager.webPort(),
                    manager.startedAt().atOffset(java.time.ZoneOffset.UTC),
                    manager.version(),
                    server,
                    seen.epoch(),
                    homeLocked,
                    manager.installation(),
                    homeLocked,
                    manager.installation(),
                    manager.installation());
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? OptionalLong.of(row.getLong(1)) : OptionalLong.empty();
            }
        });
    }

    @Override
    public boolean renew(long epoch, boolean homeLocked) {
        return with(RENEW, statement -> {
            bind(statement, homeLocked, server, manager.id(), epoch);
            return statement.executeUpdate() == 1;
        });
    }

    @Override
    public void release(long epoch) {
        with(RELEASE, statement -> {
            bind(statement, server, manager.id(), epoch);
            return statement.executeUpdate();
        });
    }

    private static void bind(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }

    private <T> T with(String sql, Work<T> work) {
        try (Connection connection = database.getConnection()) {
            connection.setNetworkTimeout(Runnable::run, ANSWER_MS);
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                return work.on(statement);
            } finally {
                if (!connection.isClosed()) {
                    connection.setNetworkTimeout(Runnable::run, 0);
                }
            }
        } catch (SQLException e) {
            throw new LeaseUnknown(e);
        }
    }

    private interface Work<T> {
        T on(PreparedStatement statement) throws SQLException;
    }
}
