package ai.nominate.tenantmgr.remote;

import ai.nominate.tenantmgr.job.Reactive;
import ai.nominate.tenantmgr.kernel.ProblemException;
import ai.nominate.tenantmgr.kernel.TerminalText;
import ai.nominate.tenantmgr.kernel.mask.OutputExcerpt;
import ai.nominate.tenantmgr.server.OwnerAnswer;
import ai.nominate.tenantmgr.server.OwnerQuestion;
import ai.nominate.tenantmgr.tenant.TenantRegistry;
import io.quarkus.hibernate.reactive.panache.Panache;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Asks applications for the other managers, on the server where they run. */
@ApplicationScoped
class RemoteOwner implements OwnerAnswer<RemoteOwner.Asked, Told> {
    static final OwnerQuestion<Asked, Told> QUESTION =
            new OwnerQuestion<>("tenant.remote", Asked.class, Told.class, Duration.ofSeconds(140));

    private static final int LONGEST_REASON = 300;

    private final TenantRegistry tenants;
    private final Applications applications;
    private final ApplicationClient client;
    private final Circuits circuits;
    /** What is being asked now, so that slow applications hold one thread for each and no more. */
    private final Set<String> underWay = ConcurrentHashMap.newKeySet();

    RemoteOwner(TenantRegistry tenants, Applications applications, ApplicationClient client, Circuits circuits) {
        this.tenants = tenants;
        this.applications = applications;
        this.client = client;
        this.circuits = circuits;
    }

    /** @param action the id of an action of the manifest; null for anything else */
    record Asked(UUID tenant, Wanted wanted, String action) {}

    @Override
    public OwnerQuestion<Asked, Told> question() {
        return QUESTION;
    }

    @Override
    public Told answer(Asked asked) {
        Application application =
                applications.of(Reactive.await(() -> Panache.withSession(() -> tenants.get(asked.tenant()))));
        Offer.Line line = application.offer().line(asked.wanted(), asked.action());
        String place = asked.tenant() + " " + (asked.wanted().isAct() ? "act" : asked.wanted());
        if (!underWay.add(place)) {
            throw RemoteProblem.BUSY
                    .because("Wait for the answer to the earlier request")
                    .retryAfter(Duration.ofSeconds(1));
        }
        try {
            return told(asked.wanted(), line, ask(asked, line, application), application);
        } finally {
            underWay.remove(place);
        }
    }

    private Answer ask(Asked asked, Offer.Line line, Application application) {
        circuits.pause(asked.tenant(), application.name()).ifPresent(pause -> {
            throw RemoteProblem.RESTING
                    .because("It did not answer several times in a row; it is asked again in " + (pause.toSeconds() + 1)
                            + " s")
                    .retryAfter(pause);
        });
        ApplicationHeaders headers = new ApplicationHeaders(application.publicUrl(), application.token());
        BodyReader reader = asked.wanted() == Wanted.BACKUP ? BodyReader.TAIL : BodyReader.HEAD;
        try {
            Answer answer = client.ask(
                    application.port(), line, headers, reader, asked.wanted().limit());
            circuits.answered(asked.tenant());
            return answer;
        } catch (ProblemException e) {
            if (e.problem() instanceof RemoteProblem problem && problem.isOutage()) {
                circuits.failed(asked.tenant(), application.name());
            }
            throw e;
        }
    }

    private static Told told(Wanted wanted, Offer.Line line, Answer answer, Application application) {
        requireGood(answer, line, application);
        boolean isRead = !wanted.isAct();
        if (isRead && answer.isCut()) {
            throw RemoteProblem.TOO_LARGE.because(
                    line.path() + " must answer with at most " + BodyReader.MOST / 1024 + " KiB");
        }
        String value = switch (wanted) {
            case STATS -> AnswerForm.stats(answer.kept(), line.path(), application.secrets());
            case PERSONS -> AnswerForm.persons(answer.kept(), line.path());
            case ACTION, BACKUP -> null;
        };
        List<String> output = isRead ? List.of() : output(answer, application);
        // the lines of a backup are the application's data; the last one says whether it is complete
        List<String> shown = wanted == Wanted.BACKUP && output.size() > 1 ? List.of(output.getLast()) : output;
        return new Told(
                answer.status(),
                answer.contentType(),
                answer.bytes(),
                answer.tookMs(),
                value,
                shown,
                answer.isCut() || shown.size() < output.size());
    }

    private static void requireGood(Answer answer, Offer.Line line, Application application) {
        if (answer.status() == 401 || answer.status() == 403) {
            throw RemoteProblem.UNAUTHORIZED.because(line.path() + " answered " + answer.status()
                    + "; the token is the variable that remote.auth of the manifest names");
        }
        if (!answer.isGood()) {
            String hint = answer.status() / 100 == 3 ? "; redirects are not followed" : "";
            throw RemoteProblem.REFUSED.because(line.method() + " " + line.path() + " answered " + answer.status()
                    + hint + said(answer, application));
        }
    }

    /** What an error says of itself, in one line. */
    private static String said(Answer answer, Application application) {
        List<String> output = output(answer, application);
        String last = output.isEmpty() ? "" : TerminalText.plain(output.getLast());
        return last.isBlank() ? "" : ": " + last.substring(0, Math.min(last.length(), LONGEST_REASON));
    }

    private static List<String> output(Answer answer, Application application) {
        String text = new String(answer.kept(), StandardCharsets.UTF_8);
        return text.isBlank()
                ? List.of()
                : OutputExcerpt.of(text.strip().lines().toList(), application.secrets());
    }
}
