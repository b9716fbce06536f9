package ai.nominate.tenantmgr.certificate.dns;

import ai.nominate.tenantmgr.kernel.DomainName;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Whether a name leads to this server.
 *
 * @param detail a sentence for people; begins with the name
 */
@Schema(name = "NameFinding")
public record NameFinding(
        @Schema(description = "Host name", required = true) String host,

        @Schema(description = "Whether every name server that answers leads to this server", required = true)
        boolean pointsHere,

        @Schema(description = "The finding as a sentence", required = true)
        String detail,

        @Schema(description = "What each name server says", required = true)
        List<ServerAnswer> servers) {
    public NameFinding {
        servers = List.copyOf(servers);
    }

    /**
     * The rule. A name server that does not answer is no reason against a name as long as another one answers; an address that is
     * not this server's is: the authority may be led there.
     *
     * @param own the addresses of this server in the notation of {@link java.net.InetAddress#getHostAddress()}
     */
    static NameFinding of(DomainName name, List<ServerAnswer> answers, java.util.Collection<String> own) {
        List<ServerAnswer> elsewhere = answers.stream()
                .filter(answer -> !own.containsAll(answer.addresses()))
                .toList();
        boolean some = answers.stream().anyMatch(answer -> !answer.addresses().isEmpty());
        boolean missing = answers.stream().anyMatch(answer -> NameServers.DOES_NOT_EXIST.equals(answer.problem()));
        boolean here = some && elsewhere.isEmpty() && !missing;
        return new NameFinding(name.value(), here, sentence(name, answers, elsewhere, own, here, some), answers);
    }

    private static String sentence(
            DomainName name,
            List<ServerAnswer> answers,
            List<ServerAnswer> elsewhere,
            java.util.Collection<String> own,
            boolean here,
            boolean some) {
        if (here) {
            return name + " leads to this server";
        }
        if (answers.isEmpty()) {
            return "No name server could be asked about " + name;
        }
        if (!some) {
            return name + " has no address: " + join(answers);
        }
        String ours = own.isEmpty()
                ? "this server knows no public address of its own (setting certificate.addresses)"
                : "this server has " + String.join(", ", new TreeSet<>(own));
        return name + " does not lead to this server: " + join(elsewhere.isEmpty() ? answers : elsewhere) + "; " + ours;
    }

    private static String join(List<ServerAnswer> answers) {
        return answers.stream()
                .map(answer -> answer.server() + " "
                        + (answer.problem() == null
                                ? "says " + String.join(", ", answer.addresses())
                                : answer.problem()))
                .collect(Collectors.joining("; "));
    }
}
