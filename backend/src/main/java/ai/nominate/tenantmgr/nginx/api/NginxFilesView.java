package ai.nominate.tenantmgr.nginx.api;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The configuration files that NGINX serves. */
@Schema(name = "NginxFiles")
record NginxFilesView(
        @Schema(description = "Number of the served generation, which grows with each change; null before the first")
        Long generation,

        @Schema(description = "The files by name; all of them change together", required = true)
        List<NginxFileView> items) {

    static NginxFilesView of(NginxFiles.Read read) {
        return new NginxFilesView(
                read.generation(),
                read.texts().entrySet().stream()
                        .map(file -> NginxFileView.of(file.getKey(), file.getValue()))
                        .sorted(java.util.Comparator.comparing(NginxFileView::name))
                        .toList());
    }
}
