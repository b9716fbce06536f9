package ai.nominate.tenantmgr.auth;

import ai.nominate.tenantmgr.Api;
import ai.nominate.tenantmgr.Api.Answer;
import java.util.Map;
import java.util.UUID;

/** Users with a password, created by the API, and their sessions. */
public final class People {
    public static final String PASSWORD = "correct horse battery";

    private People() {}

    /** Creates a user of the given role with a unique name. */
    public static Person make(String role) {
        String name = role + "-" + UUID.randomUUID().toString().substring(0, 8);
        Answer made = Api.admin()
                .post("/api/users", Map.of("username", name, "password", PASSWORD, "role", role))
                .expect(201);
        return new Person(made.text("id"), name);
    }

    public static Answer login(Api from, String name, String password) {
        return from.post("/api/auth/login", Map.of("username", name, "password", password));
    }

    public static Api bearer(String token) {
        return Api.anonymous().with("Authorization", "Bearer " + token);
    }

    public record Person(String id, String name) {
        public Answer login() {
            return People.login(Api.anonymous(), name, PASSWORD).expect(200);
        }

        /** Opens a new session of the user. */
        public Api signedIn() {
            return bearer(login().text("accessToken"));
        }
    }
}
