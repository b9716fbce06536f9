package ai.nominate.tenantmgr.backup.boot;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How many persons the application says it knows: a whole number, or {@code count} of a JSON object. */
record PersonsAnswer(OptionalLong count, Optional<String> fault) {
    private static final Pattern NUMBER =
            Pattern.compile("\\s*(?:\\{.*?\"count\"\\s*:\\s*)?([0-9]{1,18})\\b.*", Pattern.DOTALL);

    static PersonsAnswer ask(BootPlan.Question question) throws InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + question.port() + question.path()))
                .timeout(Duration.ofSeconds(10))
                .header("Accept", "application/json");
        if (!question.token().isEmpty()) {
            request.header("Authorization", "Bearer " + question.token());
        }
        try (HttpClient client = HttpClient.newHttpClient()) {
            return of(client.send(request.build(), HttpResponse.BodyHandlers.ofString()), question.path());
        } catch (IOException e) {
            return failed(question.path() + " did not answer: " + e.getMessage());
        }
    }

    private static PersonsAnswer of(HttpResponse<String> answer, String path) {
        Matcher number = NUMBER.matcher(answer.body());
        if (answer.statusCode() != 200) {
            return failed(path + " answers " + answer.statusCode());
        }
        return number.matches()
                ? new PersonsAnswer(OptionalLong.of(Long.parseLong(number.group(1))), Optional.empty())
                : failed(path + " answers no number of persons");
    }

    private static PersonsAnswer failed(String why) {
        return new PersonsAnswer(OptionalLong.empty(), Optional.of(why));
    }
}
