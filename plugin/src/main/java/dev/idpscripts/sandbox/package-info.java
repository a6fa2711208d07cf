/**
 * The embedded server: answers the API over real HTTP on a loopback address as the recorded real one does, quirks and
 * errors included (server.md, and the recordings in the tests). {@link dev.idpscripts.sandbox.Sandbox} starts it, {@link
 * dev.idpscripts.sandbox.RequestPipeline} is what every request passes, {@link dev.idpscripts.sandbox.Endpoints} the table of what
 * there is.
 *
 * <p>Its parts, each building on those before: {@code wire} reads and writes as the server's framework does, {@code http}
 * is a request and its answer, {@code store} the data in a file, {@code rules} what the database and the services of the
 * server insist on, {@code routes} one class per group of endpoints, {@code login} who sends a request, {@code faults} what
 * goes wrong on purpose.
 *
 * <p>Knows the model and the engine, nothing else: it must not share code with the client that is tested against it.
 */
package dev.idpscripts.sandbox;
