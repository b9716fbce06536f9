package ai.nominate.tenantmgr.server;

import ai.nominate.tenantmgr.kernel.InvalidValue;
import ai.nominate.tenantmgr.kernel.OwnServer;
import ai.nominate.tenantmgr.web.StartupRefused;
import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** The row of this manager's server. A new name creates a row. */
@Singleton
class ThisServer implements OwnServer {
    private static final int TRIES = 20;
    private static final String FIND = "select id from server where name = ?";
    /** Nothing when another manager was faster, with this name or with this number. */
    private static final String INSERT = """
            insert into server (id, name) select coalesce(max(id), 0) + 1, ? from server on conflict do nothing""";

    private final ServerName name;
    private final short id;

    ThisServer(ServerProperties properties, AgroalDataSource database) {
        try {
            name = new ServerName(properties.server());
        } catch (InvalidValue e) {
            throw StartupRefused.because("TENANTMGR_SERVER " + e.getMessage() + ".");
        }
        id = findOrMake(database, name);
    }

    @Override
    public short id() {
        return id;
    }

    ServerName name() {
        return name;
    }

    static short findOrMake(AgroalDataSource database, ServerName name) {
        try (Connection connection = database.getConnection();
                PreparedStatement find = connection.prepareStatement(FIND);
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            find.setString(1, name.value());
            insert.setString(1, name.value());
            for (int attempt = 0; attempt < TRIES; attempt++) {
                try (ResultSet row = find.executeQuery()) {
                    if (row.next()) {
                        return row.getShort(1);
                    }
                }
                insert.executeUpdate();
            }
            throw new IllegalStateException("the row of server " + name + " could not be created");
        } catch (SQLException e) {
            throw new IllegalStateException("the row of server " + name + " could not be read", e);
        }
    }
}
