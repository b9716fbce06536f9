package ai.nominate.tenantmgr.maintenance;

import ai.nominate.tenantmgr.audit.ChainHead;
import ai.nominate.tenantmgr.audit.KeptHead;
import ai.nominate.tenantmgr.host.file.Home;
import ai.nominate.tenantmgr.host.file.SafeFiles;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** The head of the audit's chain in a file of the home. */
@ApplicationScoped
class AuditHeadFile implements KeptHead {
    private final Path file;

    AuditHeadFile(Home home) {
        this.file = home.auditHead();
    }

    @Override
    public Optional<ChainHead> read() {
        try {
            String[] words = Files.readString(file).strip().split(" ");
            return Optional.of(new ChainHead(Long.parseLong(words[0]), words[1]));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            throw new IllegalStateException(file + " is not the head of an audit log", e);
        }
    }

    @Override
    public void keep(ChainHead head) {
        SafeFiles.write(file, head + "\n", "rw-------");
    }
}
