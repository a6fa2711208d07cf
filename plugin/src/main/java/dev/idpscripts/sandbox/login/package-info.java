/**
 * Who sends a request: API key, access token, login and refresh (server.md 5).
 */
package dev.idpscripts.sandbox.login;
