package ai.nominate.tenantmgr.auth.credential;

import static org.assertj.core.api.Assertions.assertThat;

import ai.nominate.tenantmgr.Api;
import ai.nominate.tenantmgr.Api.Answer;
import ai.nominate.tenantmgr.TestClock;
import ai.nominate.tenantmgr.auth.People;
import ai.nominate.tenantmgr.auth.SignInTest;
import ai.nominate.tenantmgr.host.Eventually;
import ai.nominate.tenantmgr.host.file.SafeFiles;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Key;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.function.Consumer;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.junit.jupiter.api.Test;

/** JWTs that are foreign or no longer valid are rejected, however well they are signed. */
@QuarkusTest
class AccessTokensTest {
    private final People.Person person = People.make("viewer");
    private final String good = person.login().text("accessToken");
    private final Path file = ConfigProvider.getConfig().getValue("tenantmgr.jwt-keys-file", Path.class);

    @Test
    void one_with_our_own_signature_but_other_claims_is_none() throws Exception {
        SigningKeys keys = new SigningKeys(Files.readString(file));
        long now = Instant.now(new TestClock()).toEpochMilli();
        People.bearer(changed(keys, claims -> {})).get("/api/auth/me").expect(200);
        List<Consumer<JwtClaims>> changes = List.of(
                claims -> claims.unsetClaim("exp"),
                claims -> claims.setExpirationTime(NumericDate.fromMilliseconds(now - 1_000)),
                claims -> claims.setExpirationTime(NumericDate.fromMilliseconds(now + 86_400_000)),
                claims -> claims.setClaim("exp", "tomorrow"),
                claims -> claims.setClaim("exp", -1),
                claims -> claims.setClaim("exp", 1e308),
                claims -> claims.setNotBefore(NumericDate.fromMilliseconds(now + 60_000)),
                claims -> claims.setIssuer("somebody"),
                claims -> claims.unsetClaim("iss"),
                claims -> claims.setAudience("somebody"),
                claims -> claims.unsetClaim("aud"),
                claims -> claims.unsetClaim("sub"),
                claims -> claims.setSubject("admin"),
                claims -> claims.setSubject(Api.admin().get("/api/auth/me").text("id")),
                claims -> claims.unsetClaim("sid"),
                claims -> claims.setClaim("epoch", 1),
                claims -> claims.unsetClaim("epoch"));

        for (Consumer<JwtClaims> change : changes) {
            People.bearer(changed(keys, change)).get("/api/auth/me").refuses(401, "request.unauthenticated");
        }
    }

    @Test
    void one_with_another_algorithm_or_key_is_none() throws Exception {
        SigningKeys ours = new SigningKeys(Files.readString(file));
        SigningKeys foreign = new SigningKeys(SigningKeys.generate());
        String payload = good.split("\\.")[1];

        for (String algorithm : List.of("none", "None", "nOnE", "HS256", "RS256")) {
            String header = "{\"alg\":\"" + algorithm + "\",\"kid\":\"" + ours.currentId() + "\"}";
            String unsigned = base64(header) + "." + payload + ".";
            People.bearer(unsigned).get("/api/auth/me").refuses(401, "request.unauthenticated");
            People.bearer(unsigned + "AAAA").get("/api/auth/me").refuses(401, "request.unauthenticated");
        }
        JwtClaims claims = claims(good);
        for (String signed : List.of(
                AccessTokens.sign(claims, ours.currentId(), foreign.current()),
                AccessTokens.sign(claims, foreign.currentId(), foreign.current()),
                AccessTokens.sign(claims, null, ours.current()))) {
            People.bearer(signed).get("/api/auth/me").refuses(401, "request.unauthenticated");
        }
    }

    @Test
    void it_expires_after_a_quarter_of_an_hour() {
        People.bearer(good).get("/api/auth/me").expect(200);
        TestClock.forward(Duration.ofMinutes(15).plusSeconds(1));
        People.bearer(good).get("/api/auth/me").refuses(401, "request.unauthenticated");
    }

    @Test
    void it_ends_with_its_session_also_for_a_program_that_signs_out_without_a_cookie() {
        People.bearer(good).get("/api/auth/me").expect(200);

        People.bearer(good).send("POST", "/api/auth/logout", null).expect(204);

        People.bearer(good).get("/api/auth/me").refuses(401, "request.unauthenticated");
        Answer browser = person.login();
        SignInTest.browser()
                .with("Cookie", "tm_refresh=" + SignInTest.cookie(browser, "tm_refresh"))
                .send("POST", "/api/auth/logout", null)
                .expect(204);
        People.bearer(browser.text("accessToken")).get("/api/auth/me").refuses(401, "request.unauthenticated");
    }

    @Test
    void after_a_rotation_the_old_key_is_believed_until_its_tokens_have_expired() throws Exception {
        rotate(false);
        String renewed = tokenOfTheNewKey();

        People.bearer(good).get("/api/auth/me").expect(200);
        People.bearer(renewed).get("/api/auth/me").expect(200);
        assertThat(Files.readString(file).split("\"d\"")).as("one private key").hasSize(2);

        SigningKeys keys = new SigningKeys(Files.readString(file));
        Instant now = Instant.now(new TestClock());
        assertThat(keys.named(kid(good), now)).isPresent();
        assertThat(keys.named(kid(good), now.plus(AccessTokens.LIFETIME).plusSeconds(1)))
                .isEmpty();
    }

    @Test
    void a_rotation_that_ends_all_ends_all_and_browsers_renew_theirs() throws Exception {
        String refresh = SignInTest.cookie(person.login(), "tm_refresh");
        rotate(true);
        tokenOfTheNewKey();

        People.bearer(good).get("/api/auth/me").refuses(401, "request.unauthenticated");
        Answer renewed = SignInTest.browser()
                .with("Cookie", "tm_refresh=" + refresh)
                .send("POST", "/api/auth/refresh", null)
                .expect(200);
        People.bearer(renewed.text("accessToken")).get("/api/auth/me").expect(200);
    }

    private void rotate(boolean endAll) throws IOException {
        SafeFiles.write(
                file, SigningKeys.rotated(Files.readString(file), Instant.now(new TestClock()), endAll), "rw-------");
    }

    /** The manager checks the file once a second. */
    private String tokenOfTheNewKey() throws IOException {
        String current = new SigningKeys(Files.readString(file)).currentId();
        String[] token = new String[1];
        Eventually.eventually("the new key signs", () -> {
            token[0] = person.login().text("accessToken");
            return kid(token[0]).equals(current);
        });
        return token[0];
    }

    private String changed(SigningKeys keys, Consumer<JwtClaims> change) throws InvalidJwtException {
        JwtClaims claims = claims(good);
        change.accept(claims);
        Key key = keys.current();
        return AccessTokens.sign(claims, keys.currentId(), key);
    }

    private static JwtClaims claims(String jwt) throws InvalidJwtException {
        return new JwtConsumerBuilder()
                .setSkipSignatureVerification()
                .setSkipAllValidators()
                .build()
                .processToClaims(jwt);
    }

    private static String kid(String jwt) {
        String header = new String(Base64.getUrlDecoder().decode(jwt.split("\\.")[0]), StandardCharsets.UTF_8);
        return header.replaceAll(".*\"kid\":\"([^\"]+)\".*", "$1");
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
