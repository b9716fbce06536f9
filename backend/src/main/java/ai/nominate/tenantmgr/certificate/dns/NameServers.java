package ai.nominate.tenantmgr.certificate.dns;

import ai.nominate.tenantmgr.kernel.DomainName;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.dns.DnsClient;
import io.vertx.core.dns.DnsClientOptions;
import io.vertx.core.dns.DnsException;
import io.vertx.core.dns.DnsResponseCode;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.CompletionException;
import java.util.function.Function;

/**
 * Asks every name server that is responsible for a name, so that a change which only some of them know yet is seen. If they
 * cannot be found or reached, the resolver's answer counts. Blocks.
 */
final class NameServers {
    static final String DOES_NOT_EXIST = "says that it does not exist";
    private static final String NO_ADDRESS = "has no address for it";
    private static final int MOST = 6;

    private final Vertx vertx;
    private final Resolver resolver;
    private final Duration limit;

    NameServers(Vertx vertx, Resolver resolver, Duration limit) {
        this.vertx = vertx;
        this.resolver = resolver;
        this.limit = limit;
    }

    /** The answers, in the order of the servers' names; at least one. */
    List<ServerAnswer> ask(DomainName name) {
        List<Future<ServerAnswer>> asked = new ArrayList<>();
        for (String server : responsible(name)) {
            addresses(server).stream()
                    .findFirst()
                    .ifPresent(address -> asked.add(answer(server, client(new Resolver(address, Resolver.DNS)), name)));
        }
        List<ServerAnswer> answers = asked.stream()
                .map(NameServers::await)
                .sorted(Comparator.comparing(ServerAnswer::server))
                .toList();
        boolean told = answers.stream()
                .anyMatch(answer -> answer.problem() == null || answer.problem().equals(DOES_NOT_EXIST));
        if (told) {
            return answers;
        }
        List<ServerAnswer> all = new ArrayList<>(answers);
        all.add(await(answer(resolver.address(), client(resolver), name)));
        return all;
    }

    /** The name servers of the closest zone that has any. */
    private List<String> responsible(DomainName name) {
        String zone = name.value();
        while (zone.indexOf('.') >= 0) {
            String asked = zone;
            List<String> found = await(
                    list(client(resolver), client -> client.resolveNS(asked)).otherwise(List.of()));
            if (!found.isEmpty()) {
                return found.stream().sorted().limit(MOST).toList();
            }
            zone = zone.substring(zone.indexOf('.') + 1);
        }
        return List.of();
    }

    private List<String> addresses(String server) {
        return await(list(client(resolver), client -> client.resolveA(server)).otherwise(List.of()));
    }

    /** A server that gives an alias alone leaves its target to the resolver. */
    private Future<ServerAnswer> answer(String server, DnsClient client, DomainName name) {
        return both(client, name)
                .compose(found -> found.isEmpty()
                        ? list(client, one -> one.resolveCNAME(name.value()))
                                .otherwise(List.of())
                                .compose(alias ->
                                        alias.isEmpty() ? Future.succeededFuture(found) : both(client(resolver), name))
                        : Future.succeededFuture(found))
                .map(found -> new ServerAnswer(server, found, found.isEmpty() ? NO_ADDRESS : null))
                .otherwise(e -> new ServerAnswer(server, List.of(), problem(e)));
    }

    private static Future<List<String>> both(DnsClient client, DomainName name) {
        Future<List<String>> four = list(client, one -> one.resolveA(name.value()));
        Future<List<String>> six = list(client, one -> one.resolveAAAA(name.value()));
        return Future.all(four, six).map(done -> {
            TreeSet<String> all = new TreeSet<>();
            four.result().forEach(address -> all.add(canonical(address)));
            six.result().forEach(address -> all.add(canonical(address)));
            return List.copyOf(all);
        });
    }

    private static Future<List<String>> list(DnsClient client, Function<DnsClient, Future<List<String>>> question) {
        return question.apply(client).map(found -> found == null ? List.<String>of() : found);
    }

    /** One notation for each address, so that they can be compared. */
    static String canonical(String address) {
        try {
            return InetAddress.getByName(address).getHostAddress();
        } catch (UnknownHostException e) {
            return address;
        }
    }

    private static String problem(Throwable e) {
        if (e instanceof DnsException answered) {
            return answered.code() == DnsResponseCode.NXDOMAIN
                    ? DOES_NOT_EXIST
                    : "answers " + answered.code().name();
        }
        return "does not answer";
    }

    private DnsClient client(Resolver server) {
        return vertx.createDnsClient(new DnsClientOptions()
                .setHost(server.address())
                .setPort(server.port())
                .setQueryTimeout(limit.toMillis()));
    }

    private static <T> T await(Future<T> future) {
        try {
            return future.toCompletionStage().toCompletableFuture().join();
        } catch (CompletionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }
}
