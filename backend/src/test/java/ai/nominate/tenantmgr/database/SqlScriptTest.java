package ai.nominate.tenantmgr.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.nominate.tenantmgr.database.SqlScript.Part;
import ai.nominate.tenantmgr.host.postgres.PostgresAddress;
import ai.nominate.tenantmgr.host.postgres.TestPostgres;
import ai.nominate.tenantmgr.kernel.InvalidValue;
import ai.nominate.tenantmgr.kernel.ProblemException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqlScriptTest {
    private static final String DUMP = """
            -- as pg_dump writes it
            \\restrict abc
            SET statement_timeout = 0;
            SELECT pg_catalog.set_config('search_path', '', false);
            CREATE TABLE public.t (a int, b text DEFAULT 'x;y');
            COPY public.t (a, b) FROM stdin;
            1	one; two
            2	\\N
            \\.


            CREATE FUNCTION public.f() RETURNS int LANGUAGE plpgsql AS $_$ BEGIN RETURN 1; END; $_$;
            CREATE FUNCTION public.g(x int) RETURNS int
                BEGIN ATOMIC
                 SELECT CASE WHEN (x > 0) THEN 1 ELSE 2 END;
                END;
            /* the end; /* nested; */ */
            \\unrestrict abc
            """;

    @Test
    void the_output_of_pg_dump_is_read_statement_by_statement() {
        assertThat(SqlScript.parse(DUMP)).extracting(Part::line).containsExactly(3, 4, 5, 6, 12, 13);
        assertThat(SqlScript.parse(DUMP).get(3))
                .isEqualTo(new Part(6, "COPY public.t (a, b) FROM stdin", "1\tone; two\n2\t\\N\n"));
    }

    @Test
    void the_output_of_pg_dump_is_run() throws SQLException {
        try (Connection connection = connection()) {
            new SqlScriptRun(connection, Duration.ofSeconds(30)).run(DUMP);

            assertThat(ask(connection, "select string_agg(coalesce(b, 'null'), ',' order by a) from public.t"))
                    .isEqualTo("one; two,null");
            assertThat(ask(connection, "select public.f() + public.g(1)")).isEqualTo("2");
        }
    }

    @Test
    void a_statement_that_fails_is_named_by_its_line_and_nothing_stays() throws SQLException {
        try (Connection connection = connection()) {
            assertThatThrownBy(() -> new SqlScriptRun(connection, Duration.ofSeconds(30))
                            .run("create table first (a int);\n\ncreate table\n  first (a int);"))
                    .isInstanceOf(ProblemException.class)
                    .hasMessageContaining("database.init, line 3: PostgreSQL reports:")
                    .hasMessageContaining("already exists");
            connection.rollback();
            assertThat(ask(connection, "select to_regclass('first')")).isNull();
        }
    }

    @Test
    void an_owner_that_does_not_exist_is_explained() throws SQLException {
        try (Connection connection = connection()) {
            assertThatThrownBy(() -> new SqlScriptRun(connection, Duration.ofSeconds(30))
                            .run("create table t (a int); alter table t owner to app_owner;"))
                    .hasMessageContaining("--no-owner");
        }
    }

    @Test
    void a_statement_that_takes_too_long_is_ended() throws SQLException {
        try (Connection connection = connection()) {
            assertThatThrownBy(() -> new SqlScriptRun(connection, Duration.ofSeconds(1)).run("select pg_sleep(60)"))
                    .hasMessageContaining("did not finish within 1 s (setting deployment.migrateTimeout)");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\\! id",
                "select 1;\n\\i /etc/passwd",
                "\\connect other",
                "select 'open",
                "select $a$ open $b$",
                "/* open",
                "copy t from stdin;\n1\n"
            })
    void commands_of_psql_and_texts_without_an_end_are_refused_by_line(String text) {
        assertThatThrownBy(() -> SqlScript.parse(text))
                .isInstanceOf(InvalidValue.class)
                .hasMessageMatching("line [12]: .*");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select 'it''s; \\';",
                "select E'it\\'s; ';",
                "select \"a;\"\"b\";",
                "select $$a;b$$;",
                "select 1 -- a; b",
                "select price$1 from a$b$c;",
                "select 1"
            })
    void what_is_one_statement_stays_one(String text) {
        assertThat(SqlScript.parse(text)).hasSize(1);
    }

    private static Connection connection() throws SQLException {
        PostgresAddress address = TestPostgres.fresh();
        return DriverManager.getConnection(
                address.jdbcUrl(), address.user(), address.password().reveal());
    }

    private static String ask(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
