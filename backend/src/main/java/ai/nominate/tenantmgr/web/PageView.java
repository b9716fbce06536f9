package ai.nominate.tenantmgr.web;

import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One page of a list. */
public record PageView<T>(
        @Schema(description = "The items of this page", required = true)
        List<T> items,

        @Schema(description = "The page's number, from 0", required = true)
        int page,

        @Schema(description = "How many items a page has at most", required = true)
        int size,

        @Schema(description = "How many items there are over all pages", required = true)
        long total) {

    public static <T> PageView<T> of(List<T> items, PageRequest request, long total) {
        return new PageView<>(items, request.page(), request.size(), total);
    }

    /** The same page with each item converted. */
    public <R> PageView<R> map(Function<T, R> conversion) {
        return new PageView<>(items.stream().map(conversion).toList(), page, size, total);
    }
}
