package dev.idpscripts.mojo.maven;

import dev.idpscripts.model.declared.Environment;
import dev.idpscripts.model.error.ErrorCode;
import dev.idpscripts.model.error.UserError;
import dev.idpscripts.model.secret.Secrets;
import dev.idpscripts.server.http.Secret;
import dev.idpscripts.server.login.Credentials;
import java.util.Map;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.Settings;
import org.apache.maven.settings.building.SettingsProblem;
import org.apache.maven.settings.crypto.DefaultSettingsDecryptionRequest;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.apache.maven.settings.crypto.SettingsDecryptionResult;

/**
 * Finds the credentials: in environment variables, or else in settings.xml. Never in a parameter, because Maven prints those
 * with {@code -X}.
 */
public final class MavenCredentials {

    static final String TOKEN = "IDP_SCRIPTS_TOKEN";
    static final String USERNAME = "IDP_SCRIPTS_USERNAME";
    static final String PASSWORD = "IDP_SCRIPTS_PASSWORD";

    /** How every API key of the server begins (server.md 5.4). */
    private static final String API_KEY = "xavyo_sk_";

    private final Settings settings;
    private final SettingsDecrypter decrypter;
    private final Map<String, String> variables;
    private final Secrets secrets;

    /**
     * Makes it.
     *
     * @param secrets what is never said; gets to know what is found
     */
    public MavenCredentials(
            Settings settings, SettingsDecrypter decrypter, Map<String, String> variables, Secrets secrets) {
        this.settings = settings;
        this.decrypter = decrypter;
        this.variables = variables;
        this.secrets = secrets;
    }

    /**
     * The credentials for an environment.
     *
     * @throws UserError if there are none, or only half of them, or they cannot be decrypted
     */
    public Credentials of(Environment environment) {
        String token = variable(TOKEN);
        if (!token.isEmpty()) {
            return token(token, TOKEN);
        }
        String user = variable(USERNAME);
        String password = variable(PASSWORD);
        if (user.isEmpty() != password.isEmpty()) {
            throw missing(
                    (user.isEmpty() ? PASSWORD : USERNAME) + " is set, but " + (user.isEmpty() ? USERNAME : PASSWORD)
                            + " is not",
                    "Set both, or only " + TOKEN + ".");
        }
        return user.isEmpty() ? fromSettings(environment) : login(user, password, USERNAME + " and " + PASSWORD);
    }

    private String variable(String name) {
        return variables.getOrDefault(name, "").strip();
    }

    private Credentials fromSettings(Environment environment) {
        String id = environment
                .serverId()
                .orElseThrow(() -> missing(
                        "there are no credentials for environment " + environment.name(),
                        "Set " + TOKEN + ", or name a <server> of settings.xml: \"server: ID\" in "
                                + environment.origin().file() + "."));
        Server server = settings.getServer(id);
        if (server == null) {
            throw missing(
                    "settings.xml has no <server> with the id " + id + ", which environment " + environment.name()
                            + " names",
                    "Add it with the token as its <password>, or set " + TOKEN + ".");
        }
        Server clear = decrypt(server);
        String source = "<server> " + id + " in settings.xml";
        String password = clear.getPassword() == null ? "" : clear.getPassword().strip();
        if (password.isEmpty()) {
            throw missing("the " + source + " has no <password>", "Put the token there, or set " + TOKEN + ".");
        }
        boolean isToken = clear.getUsername() == null || clear.getUsername().isBlank() || password.startsWith(API_KEY);
        return isToken ? token(password, source) : login(clear.getUsername(), password, source);
    }

    private Credentials token(String value, String source) {
        secrets.add(value);
        Secret token = new Secret(value);
        token.refuseUnlessHeader("the token from " + source);
        return new Credentials.Token(token, source);
    }

    private Credentials login(String user, String value, String source) {
        secrets.add(value);
        Secret password = new Secret(value);
        password.refuseUnlessText("the password from " + source);
        return new Credentials.Login(user, password, source);
    }

    /** Without the master password Maven hands back the ciphertext beside an error; that must not be sent. */
    private Server decrypt(Server server) {
        SettingsDecryptionResult result = decrypter.decrypt(new DefaultSettingsDecryptionRequest(server));
        for (SettingsProblem problem : result.getProblems()) {
            if (problem.getSeverity() != SettingsProblem.Severity.WARNING) {
                throw new UserError(
                        ErrorCode.CREDENTIALS_REFUSED,
                        "the password of <server> " + server.getId() + " in settings.xml cannot be decrypted: "
                                + problem.getMessage(),
                        "Is settings-security.xml with the master password there? Or set " + TOKEN + ".");
            }
        }
        return result.getServer();
    }

    private static UserError missing(String what, String next) {
        return new UserError(ErrorCode.CREDENTIALS_MISSING, what, next);
    }
}
