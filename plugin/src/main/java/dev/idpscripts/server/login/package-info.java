/** Credentials into access tokens: logins, their sessions, what a token says of itself. Secrets stay in {@link dev.idpscripts.server.http.Secret}. */
package dev.idpscripts.server.login;
