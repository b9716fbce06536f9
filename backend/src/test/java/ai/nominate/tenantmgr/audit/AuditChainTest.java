package ai.nominate.tenantmgr.audit;

import static org.assertj.core.api.Assertions.assertThat;

import ai.nominate.tenantmgr.Api;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The chain tells what was written to the tables of the audit past the manager, with the triggers set aside. */
@QuarkusTest
class AuditChainTest {
    private static final String SETTING = "/api/settings/deployment.releasesKept";
    private static final String SAVED = "create table saved_%1$s as select * from audit_%1$s where %2$s";
    private static final String NEWEST = "(select max(number) from audit_seal)";
    private static final String MIDDLE = "(select max(number) - 2 from audit_seal)";

    @Inject
    AgroalDataSource database;

    private final Api admin = Api.admin();

    @BeforeEach
    void four_entries_are_sealed() {
        for (String value : List.of("6", "7", "8", "9")) {
            admin.put(SETTING, Map.of("value", value)).expect(200);
        }
        admin.put(SETTING, "{\"value\": null}").expect(200);
        assertThat(faults()).isEmpty();
    }

    @Test
    void an_entry_that_was_changed_is_named() throws SQLException {
        String entry = "id = (select entry_id from audit_seal where number = " + MIDDLE + ")";
        past("update audit_entry set actor = actor || '!' where " + entry);

        assertThat(faults()).singleElement().asString().matches("Entry \\d+ was changed: setting.change at .*Z");

        past("update audit_entry set actor = trim('!' from actor) where " + entry);
        assertThat(faults()).isEmpty();
    }

    @Test
    void an_entry_that_was_removed_is_named_with_its_seal_or_without() throws SQLException {
        String entry = "id = (select entry_id from audit_seal where number = " + MIDDLE + ")";
        past(SAVED.formatted("entry", entry), "delete from audit_entry where " + entry);
        assertThat(faults()).singleElement().asString().matches("Entry \\d+ was removed");

        String seal = "number = " + MIDDLE;
        past(SAVED.formatted("seal", seal), "delete from audit_seal where " + seal);
        assertThat(faults()).singleElement().asString().matches("Entries (\\d+) to \\1 were removed with their seals");

        past("insert into audit_entry select * from saved_entry", "insert into audit_seal select * from saved_seal");
        past("drop table saved_entry", "drop table saved_seal");
        assertThat(faults()).isEmpty();
    }

    @Test
    void the_newest_entry_is_missed_too() throws SQLException {
        past(
                SAVED.formatted("seal", "number = " + NEWEST),
                "create table saved_entry as select e.* from audit_entry e join saved_seal s on s.entry_id = e.id",
                "delete from audit_entry where id in (select id from saved_entry)",
                "delete from audit_seal where number in (select number from saved_seal)");

        assertThat(faults())
                .singleElement()
                .asString()
                .matches("Entries (\\d+) to \\1, the newest of the chain, were removed");

        past("insert into audit_entry select * from saved_entry", "insert into audit_seal select * from saved_seal");
        past("drop table saved_entry", "drop table saved_seal");
        assertThat(faults()).isEmpty();
    }

    @Test
    void an_entry_that_was_added_is_named_with_a_seal_or_without() throws SQLException {
        past(
                "insert into audit_entry select '00000000-0000-7000-8000-00000000dead', (select max(at) from audit_entry), actor, role, address, request_id,"
                        + " action, subject, tenant_id, state_before, state_after, mac from audit_entry where action = 'setting.change' limit 1");
        assertThat(faults())
                .singleElement()
                .asString()
                .startsWith(
                        "Entry 00000000-0000-7000-8000-00000000dead was added past the manager: setting.change at ");

        past(
                "insert into audit_seal select number + 1, '00000000-0000-7000-8000-00000000dead', hash, mac from audit_seal"
                        + " where number = " + NEWEST);
        assertThat(faults()).anyMatch(fault -> fault.matches("Entry \\d+, the newest, was not sealed by a manager"));

        past(
                "delete from audit_seal where entry_id = '00000000-0000-7000-8000-00000000dead'",
                "delete from audit_entry where id = '00000000-0000-7000-8000-00000000dead'");
        assertThat(faults()).isEmpty();
    }

    @Test
    void the_log_is_exported_with_its_export_as_an_entry() {
        String csv = admin.get("/api/audit/export?format=csv&action=setting.change")
                .expect(200)
                .body();
        assertThat(csv).startsWith("id,at,actor,").contains(",setting.change,deployment.releasesKept,");

        assertThat(admin.get("/api/audit/export").expect(200).body().lines())
                .allMatch(line -> line.startsWith("{\"id\":"));
        assertThat(admin.get("/api/audit?action=audit.export&size=1")
                        .expect(200)
                        .text("items/0/subject"))
                .isEqualTo("tenantmgr-audit");
        assertThat(admin.get("/api/audit/export?format=xls").expect(400).fields())
                .containsExactly("format");
    }

    private List<String> faults() {
        Api.Answer answer = admin.get("/api/audit/chain").expect(200);
        List<String> faults =
                answer.at("faults").valueStream().map(fault -> fault.asText()).toList();
        assertThat(answer.at("intact").asBoolean()).isEqualTo(faults.isEmpty());
        return faults;
    }

    /** What only a superuser can do: statements past the triggers, in one transaction. */
    private void past(String... statements) throws SQLException {
        try (var connection = database.getConnection();
                var sql = connection.createStatement()) {
            sql.execute("begin");
            sql.execute("set local session_replication_role = replica");
            sql.execute(
                    "select pg_advisory_xact_lock(hashtext('audit_seal'))"); // nothing is sealed between the statements
            for (String statement : statements) {
                sql.execute(statement);
            }
            sql.execute("commit");
        }
    }
}
