package ai.nominate.tenantmgr.server;

import ai.nominate.tenantmgr.kernel.OwnServer;
import ai.nominate.tenantmgr.kernel.ProblemException;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The servers and their lease holders. Blocks. */
@ApplicationScoped
public class Servers {
    private static final String ALL = """
            select id, name, installation, case when lease_until > clock_timestamp() then owner end as holder,
                   case when lease_until > clock_timestamp() then address end as reached
            from server order by id""";

    private final AgroalDataSource database;
    private final OwnServer own;

    Servers(AgroalDataSource database, OwnServer own) {
        this.database = database;
        this.own = own;
    }

    /** @throws ProblemException {@link ServerProblem#UNKNOWN} */
    public short number(String name) {
        return all().stream()
                .filter(server -> server.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new ProblemException(ServerProblem.UNKNOWN, "No server has the name " + name))
                .id();
    }

    /** @throws ProblemException {@link ServerProblem#UNKNOWN} */
    public String name(short id) {
        return row(id).name();
    }

    /** Names of servers whose lease is held by a manager on another home. */
    public List<String> onOtherHomes() {
        List<ServerRow> all = all();
        UUID ours = all.stream()
                .filter(server -> server.id() == own.id())
                .map(ServerRow::installation)
                .findFirst()
                .orElse(null);
        return all.stream()
                .filter(ServerRow::isOwned)
                .filter(server ->
                        server.id() != own.id() && !server.installation().equals(ours))
                .map(ServerRow::name)
                .toList();
    }

    ServerRow row(short id) {
        return all().stream()
                .filter(server -> server.id() == id)
                .findFirst()
                .orElseThrow(() -> new ProblemException(ServerProblem.UNKNOWN, "No server has the number " + id));
    }

    private List<ServerRow> all() {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(ALL);
                ResultSet rows = select.executeQuery()) {
            List<ServerRow> servers = new ArrayList<>();
            while (rows.next()) {
                servers.add(new ServerRow(
                        rows.getShort("id"),
                        rows.getString("name"),
                        rows.getObject("holder", UUID.class),
                        rows.getString("reached"),
                        rows.getObject("installation", UUID.class)));
            }
            return servers;
        } catch (SQLException e) {
            throw new IllegalStateException("the servers could not be read", e);
        }
    }
}
