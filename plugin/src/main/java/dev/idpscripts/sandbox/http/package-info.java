/**
 * A request, its answer, and the way between them: the listener, the router, and all shapes of refusal (server.md 2.1).
 */
package dev.idpscripts.sandbox.http;
