package ai.nominate.tenantmgr.log.service;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A line's level is that of its words. */
class LineLevelTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = false, textBlock = """
listening on 20001|info
2026-03-01 12:00:00,123 WARN  [main] slow query|warn
\u001b[31mERROR\u001b[0m migration 14 failed|error
{"time":1,"level":"error","msg":"no"}|error
level=warning msg=slow|warn
java.lang.IllegalStateException: no row|error
        at app.Backend.main(Backend.java:41)|error
Caused by: java.io.IOException|error
0 errors, 0 warnings|info
GET /error/404 200|info
""")
    void the_level_of_a_line(String line, String level) {
        assertThat(LineLevel.of(line)).isEqualTo(level);
    }
}
