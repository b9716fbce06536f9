package ai.nominate.tenantmgr.manifest;

import java.util.Optional;

/**
 * An action that the core application offers its operator as a button.
 *
 * @param id unique in its manifest
 * @param title label of the button, at most 80 characters
 * @param method GET, POST, PUT, PATCH or DELETE
 * @param confirm whether the user must confirm first
 * @param question what the user is asked before; an action that has one must be confirmed
 */
public record RemoteAction(
        String id, String title, String method, String path, boolean confirm, Optional<String> question) {
    static final String DEFAULT_METHOD = "POST";

    public RemoteAction {
        TextRule.ACTION.require(id);
        TextRule.TITLE.require(title);
        TextRule.METHOD.require(method);
        TextRule.REQUEST.require(path);
        question.ifPresent(TextRule.QUESTION::require);
        confirm = confirm || question.isPresent();
    }
}
