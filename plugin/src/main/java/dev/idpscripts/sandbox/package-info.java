/**
 * The embedded server: answers the API over real HTTP on a loopback address as the recorded real one does, quirks and
 * errors included (server.md, and the recordings in the tests). Knows the model and the engine, nothing else: it must not
 * share code with the client that is tested against it.
 */
package dev.idpscripts.sandbox;
