package ai.nominate.tenantmgr.web;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One page of a list. */
public record PageView<T>(
        @Schema(description = "Items of this page", required = true)
        List<T> items,

        @Schema(description = "Page number, from 0", required = true)
        int page,

        @Schema(description = "Maximum number of items per page", required = true)
        int size,

        @Schema(description = "Total number of items", required = true)
        long total) {

    public static <T> PageView<T> of(List<T> items, PageRequest request, long total) {
        return new PageView<>(items, request.page(), request.size(), total);
    }
}
