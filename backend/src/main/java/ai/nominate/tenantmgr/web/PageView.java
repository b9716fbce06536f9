package ai.nominate.tenantmgr.web;

import java.util.List;
import java.util.function.Function;
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

    /** The same page with each item converted. */
    public <R> PageView<R> map(Function<T, R> conversion) {
        return new PageView<>(items.stream().map(conversion).toList(), page, size, total);
    }
}
