package dev.idpscripts.server.login;

import dev.idpscripts.server.http.Secret;

/** How the plugin proves who it is. */
public sealed interface Credentials {

    /** Where it was given, for messages: {@code IDP_SCRIPTS_TOKEN}, {@code <server> idp-production in settings.xml}. */
    String source();

    /** An API key or access token, sent as it is. */
    record Token(Secret token, String source) implements Credentials {}

    /** A user name and password, exchanged once for a token (server.md 5.3). */
    record Login(String user, Secret password, String source) implements Credentials {}
}
