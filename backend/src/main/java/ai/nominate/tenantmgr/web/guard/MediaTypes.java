package ai.nominate.tenantmgr.web.guard;

import io.vertx.core.http.HttpServerRequest;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;

/** Validates the media types of a request, because later readers throw on invalid ones. */
final class MediaTypes {
    private static final Pattern ONE = Pattern.compile("\\*|[^\\s/;,]+/[^\\s/;,]+", Pattern.DOTALL);
    private static final Pattern FORM =
            Pattern.compile("application/x-www-form-urlencoded|multipart/.*", Pattern.DOTALL);

    private MediaTypes() {}

    static boolean areReadable(HttpServerRequest request) {
        String content = request.getHeader("Content-Type");
        String accept = request.getHeader("Accept");
        return (content == null || content.isBlank() || isOne(content))
                && (accept == null || Arrays.stream(accept.split(",")).allMatch(part -> part.isBlank() || isOne(part)));
    }

    /** Whether a body has no media type or is a form, which would be parsed before the resource is known. */
    static boolean isNoKindOrForm(HttpServerRequest request) {
        String content = request.getHeader("Content-Type");
        return content != null
                && (content.isBlank() || FORM.matcher(bare(content)).matches());
    }

    private static boolean isOne(String text) {
        return ONE.matcher(bare(text)).matches();
    }

    private static String bare(String text) {
        return text.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }
}
