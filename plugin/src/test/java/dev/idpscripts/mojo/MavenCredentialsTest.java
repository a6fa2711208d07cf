package dev.idpscripts.mojo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.idpscripts.model.SourceLocation;
import dev.idpscripts.model.declared.Environment;
import dev.idpscripts.model.declared.Guards;
import dev.idpscripts.model.declared.Tombstones;
import dev.idpscripts.model.error.ErrorCode;
import dev.idpscripts.model.error.UserError;
import dev.idpscripts.model.secret.Secrets;
import dev.idpscripts.mojo.maven.MavenCredentials;
import dev.idpscripts.server.http.Secret;
import dev.idpscripts.server.login.Credentials;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.settings.Proxy;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.Settings;
import org.apache.maven.settings.building.DefaultSettingsProblem;
import org.apache.maven.settings.building.SettingsProblem;
import org.apache.maven.settings.building.SettingsProblem.Severity;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.apache.maven.settings.crypto.SettingsDecryptionResult;
import org.junit.jupiter.api.Test;

/** Where credentials come from, and which win. */
class MavenCredentialsTest {

    private final Settings settings = new Settings();
    private List<SettingsProblem> problems = List.of();

    private final SettingsDecrypter decrypter = request -> new SettingsDecryptionResult() {
        @Override
        public Server getServer() {
            return request.getServers().get(0);
        }

        @Override
        public List<Server> getServers() {
            return request.getServers();
        }

        @Override
        public Proxy getProxy() {
            return null;
        }

        @Override
        public List<Proxy> getProxies() {
            return List.of();
        }

        @Override
        public List<SettingsProblem> getProblems() {
            return problems;
        }
    };

    private void server(String user, String password) {
        Server server = new Server();
        server.setId("idp");
        server.setUsername(user);
        server.setPassword(password);
        settings.addServer(server);
    }

    private Credentials find(String serverId, Map<String, String> variables) {
        Environment environment = new Environment(
                "production",
                Optional.empty(),
                Environment.SYSTEM_TENANT,
                Optional.ofNullable(serverId),
                Map.of(),
                Map.of(),
                Guards.NONE,
                List.of(),
                List.of(),
                Tombstones.NONE,
                SourceLocation.of("environments/production.yaml"));
        return new MavenCredentials(settings, decrypter, variables, new Secrets()).of(environment);
    }

    private void refused(ErrorCode code, String text, String serverId, Map<String, String> variables) {
        UserError e = assertThrows(UserError.class, () -> find(serverId, variables));
        assertEquals(code, e.code());
        assertTrue(e.getMessage().contains(text), e.getMessage());
    }

    @Test
    void variablesWinOverSettings() {
        server(null, "from settings");
        assertEquals(
                new Credentials.Token(new Secret("from variable"), "IDP_SCRIPTS_TOKEN"),
                find("idp", Map.of("IDP_SCRIPTS_TOKEN", " from variable\n")));
        assertEquals(
                new Credentials.Login("ada", new Secret("pw"), "IDP_SCRIPTS_USERNAME and IDP_SCRIPTS_PASSWORD"),
                find("idp", Map.of("IDP_SCRIPTS_USERNAME", "ada", "IDP_SCRIPTS_PASSWORD", "pw")));
    }

    @Test
    void theTokenWinsOverTheLogin() {
        Map<String, String> both =
                Map.of("IDP_SCRIPTS_TOKEN", "t", "IDP_SCRIPTS_USERNAME", "ada", "IDP_SCRIPTS_PASSWORD", "pw");
        assertEquals(new Credentials.Token(new Secret("t"), "IDP_SCRIPTS_TOKEN"), find(null, both));
    }

    @Test
    void settingsHoldATokenOrALogin() {
        server(null, "token");
        assertEquals(new Credentials.Token(new Secret("token"), "<server> idp in settings.xml"), find("idp", Map.of()));
        settings.getServers().clear();
        server("ada", "pw");
        assertEquals(
                new Credentials.Login("ada", new Secret("pw"), "<server> idp in settings.xml"), find("idp", Map.of()));
    }

    @Test
    void anApiKeyIsATokenWhateverStandsAsTheUser() {
        server("ci", "xavyo_sk_live_1");
        assertEquals(
                new Credentials.Token(new Secret("xavyo_sk_live_1"), "<server> idp in settings.xml"),
                find("idp", Map.of()));
    }

    @Test
    void whatIsMissingIsSaidWithWhatToDo() {
        refused(
                ErrorCode.CREDENTIALS_MISSING,
                "Set IDP_SCRIPTS_TOKEN, or name a <server> of settings.xml: \"server: ID\" in environments/production.yaml.",
                null,
                Map.of());
        refused(ErrorCode.CREDENTIALS_MISSING, "settings.xml has no <server> with the id idp", "idp", Map.of());
        refused(
                ErrorCode.CREDENTIALS_MISSING,
                "IDP_SCRIPTS_USERNAME is set, but IDP_SCRIPTS_PASSWORD is not",
                "idp",
                Map.of("IDP_SCRIPTS_USERNAME", "ada"));
        server("ada", null);
        refused(ErrorCode.CREDENTIALS_MISSING, "the <server> idp in settings.xml has no <password>", "idp", Map.of());
    }

    @Test
    void ciphertextThatCannotBeDecryptedIsNotSent() {
        server(null, "{N28ab=}");
        problems = List.of(new DefaultSettingsProblem("no master password", Severity.ERROR, "x", 1, 1, null));
        refused(ErrorCode.CREDENTIALS_REFUSED, "cannot be decrypted: no master password", "idp", Map.of());
    }
}
