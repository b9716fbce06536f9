package ai.nominate.tenantmgr.alert.channel;

import ai.nominate.tenantmgr.egress.Egress;
import ai.nominate.tenantmgr.job.Reactive;
import ai.nominate.tenantmgr.kernel.ProblemException;
import ai.nominate.tenantmgr.kernel.Secret;
import ai.nominate.tenantmgr.settings.Settings;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.ext.mail.LoginOption;
import io.vertx.ext.mail.MailClient;
import io.vertx.ext.mail.MailConfig;
import io.vertx.ext.mail.SMTPException;
import io.vertx.ext.mail.StartTLSOptions;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Sends e-mail with the settings of this moment, one connection for each message. Blocks. */
@ApplicationScoped
class MailSender {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final int CONNECT_MILLIS = 10_000;

    private final Vertx vertx;
    private final Egress egress;
    private final Settings settings;

    MailSender(Vertx vertx, Egress egress, Settings settings) {
        this.vertx = vertx;
        this.egress = egress;
        this.settings = settings;
    }

    SendResult send(Notice notice, List<String> to) {
        Server server = Reactive.await(this::server);
        if (server.host().isEmpty()) {
            return new SendResult.Failed("No SMTP server is set: see the setting mail.host");
        }
        try {
            egress.resolve(server.host());
        } catch (ProblemException e) {
            return SendResult.later(e.getMessage());
        }
        MailClient client = MailClient.create(vertx, config(server));
        try {
            client.sendMail(MailText.of(notice, server.from(), to))
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
            return new SendResult.Sent();
        } catch (TimeoutException e) {
            return SendResult.later("The mail server did not take it within " + LIMIT.toSeconds() + " seconds");
        } catch (ExecutionException e) {
            return failure(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return SendResult.later("The manager stopped while it was sent");
        } finally {
            client.close();
        }
    }

    /** The words of the server are a stranger's; its number says enough. */
    private static SendResult failure(Throwable cause) {
        if (cause instanceof SMTPException refusal && refusal.getReplyCode() > 0) {
            String why = "The mail server refused it with " + refusal.getReplyCode();
            return refusal.isPermanent() ? new SendResult.Failed(why) : SendResult.later(why);
        }
        return SendResult.later("The mail server could not be reached, or does not offer what mail.security asks for");
    }

    private static MailConfig config(Server server) {
        MailConfig config = new MailConfig()
                .setHostname(server.host())
                .setPort(server.port())
                .setSsl(server.security() == MailSecurity.TLS)
                .setStarttls(
                        server.security() == MailSecurity.STARTTLS
                                ? StartTLSOptions.REQUIRED
                                : StartTLSOptions.DISABLED)
                .setKeepAlive(false)
                .setOwnHostname("tenant-manager")
                .setConnectTimeout(CONNECT_MILLIS)
                .setLogin(server.user().isEmpty() ? LoginOption.DISABLED : LoginOption.REQUIRED);
        if (server.security() != MailSecurity.NONE) {
            config.setHostnameVerificationAlgorithm("HTTPS");
        }
        if (!server.user().isEmpty()) {
            config.setUsername(server.user())
                    .setPassword(server.password().map(Secret::reveal).orElse(""));
        }
        return config;
    }

    private Uni<Server> server() {
        return settings.get(MailSettings.HOST)
                .flatMap(host -> settings.get(MailSettings.PORT)
                        .flatMap(port -> settings.get(MailSettings.SECURITY)
                                .flatMap(security -> settings.get(MailSettings.USER)
                                        .flatMap(user -> settings.get(MailSettings.PASSWORD)
                                                .flatMap(password -> settings.get(MailSettings.FROM)
                                                        .map(from -> new Server(
                                                                host, port, security, user, password, from)))))));
    }

    private record Server(
            String host, int port, MailSecurity security, String user, Optional<Secret> password, String from) {}
}
