package ai.nominate.tenantmgr.web.guard;

import static org.assertj.core.api.Assertions.assertThat;

import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.Level;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.junit.jupiter.api.Test;

class OneLineRecordsTest {
    private static final String FORGED = "12:00:00.000 INFO  [x] Signed in as admin";

    @Test
    void a_message_with_a_line_break_is_one_line() {
        ExtLogRecord record = record("Run %s failed: %s", "r1", "syntax error\n" + FORGED + "\r\u001B[2J\u0085");

        assertThat(print(record)).isEqualTo("Run r1 failed: syntax error\\n" + FORGED + "\\r\\u001b[2J\\u0085\n");
    }

    @Test
    void an_exception_with_a_line_break_keeps_its_stack_and_its_causes() {
        ExtLogRecord record = record("failed", "");
        record.setThrown(new IllegalStateException(
                "outer", new IllegalArgumentException("ERROR: bad\n" + FORGED + "\n\tat forged")));

        String printed = print(record);

        assertThat(printed.lines())
                .startsWith("failed: java.lang.IllegalStateException: outer")
                .contains("Caused by: java.lang.IllegalArgumentException: ERROR: bad\\n" + FORGED + "\\n\tat forged")
                .noneMatch(line -> line.startsWith("12:00"))
                .anyMatch(line -> line.startsWith("\tat ") && line.contains("an_exception_with_a_line_break"));
    }

    @Test
    void other_messages_and_exceptions_are_left_as_they_are() {
        ExtLogRecord record = record("50 %% of %s\tgrößer 😀", "it");
        Throwable thrown = new IllegalStateException("plain");
        record.setThrown(thrown);

        assertThat(print(record)).startsWith("50 % of it\tgrößer 😀");
        assertThat(record.getThrown()).isSameAs(thrown);
    }

    private static ExtLogRecord record(String format, Object... values) {
        ExtLogRecord record = new ExtLogRecord(
                Level.INFO, format, ExtLogRecord.FormatStyle.PRINTF, OneLineRecordsTest.class.getName());
        record.setParameters(values);
        record.setLoggerName("test");
        return record;
    }

    private static String print(ExtLogRecord record) {
        assertThat(new ClientDisconnects().isLoggable(record)).isTrue();
        return new PatternFormatter("%s%e%n").format(record);
    }
}
