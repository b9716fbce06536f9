package ai.nominate.tenantmgr.backup.work;

import ai.nominate.tenantmgr.backup.bundle.BundleManifest.Part;
import ai.nominate.tenantmgr.host.file.SafeFiles;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What the steps of a backup know of its parts, beside them on the disk: a manager that takes the run over goes on from there.
 *
 * @param rowCounts empty without a database
 */
record WorkNotes(
        List<Part> parts, Map<String, Long> rowCounts, String serverVersion, String dumpVersion, long files) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String FILE = "notes.json";

    static WorkNotes none() {
        return new WorkNotes(List.of(), Map.of(), null, null, 0);
    }

    static WorkNotes read(Path directory) throws IOException {
        return JSON.readValue(Files.readString(directory.resolve(FILE)), WorkNotes.class);
    }

    void write(Path directory) throws IOException {
        SafeFiles.write(directory.resolve(FILE), JSON.writeValueAsString(this), "rw-------");
    }

    static void remove(Path directory) {
        SafeFiles.deleteTree(directory.resolve(FILE));
    }

    WorkNotes with(List<Part> more, long fileCount) {
        List<Part> all = new ArrayList<>(parts);
        all.removeIf(old -> more.stream().anyMatch(part -> part.name().equals(old.name())));
        all.addAll(more);
        return new WorkNotes(all, rowCounts, serverVersion, dumpVersion, fileCount);
    }
}
