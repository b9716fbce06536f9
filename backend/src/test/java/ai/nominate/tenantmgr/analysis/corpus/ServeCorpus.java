package ai.nominate.tenantmgr.analysis.corpus;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.util.stream.Stream;

/**
 * Serves all pages until it is ended: {@code main}. Prints the port of the proxy, then a line of name and address for each page that has
 * a brand, and an empty line.
 */
public final class ServeCorpus {
    private ServeCorpus() {}

    public static void main(String[] arguments) throws IOException {
        HttpServer proxy = OtherPages.start();
        StringBuilder lines =
                new StringBuilder().append(proxy.getAddress().getPort()).append('\n');
        Stream<String> others = Other.all().stream()
                .filter(other -> !other.site().primary().isEmpty())
                .map(other -> other.site().name() + "\t" + other.address(false));
        Stream<String> authored = Corpus.sites().stream()
                .map(Corpus.Authored::site)
                .filter(site -> site.heldOut() && !site.primary().isEmpty())
                .map(site -> site.name() + "\thttp://" + site.name() + ".example/");
        Stream.concat(others, authored).forEach(line -> lines.append(line).append('\n'));
        System.out.println(lines);
    }
}
