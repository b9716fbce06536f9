package ai.nominate.tenantmgr.host.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Where programs of the application find their classes. */
class ClassFilesTest {
    @Test
    void a_class_is_in_a_jar_or_in_a_directory() throws Exception {
        assertThat(ClassFiles.of(ObjectMapper.class.getName()))
                .isEqualTo(Path.of(ObjectMapper.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toURI()));
        assertThat(ClassFiles.of(LocalRunner.class.getName()))
                .isDirectory()
                .isEqualTo(Path.of(LocalRunner.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toURI()));
    }

    @Test
    void what_the_application_does_not_have_is_said() {
        assertThatThrownBy(() -> ClassFiles.of("no.such.Class"))
                .hasMessage("the application has no no/such/Class.class");
    }
}
