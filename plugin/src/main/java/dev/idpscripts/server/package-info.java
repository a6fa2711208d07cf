/**
 * The identity server over HTTP: one class per group of endpoints, all requests through {@link
 * dev.idpscripts.server.http.Transport}, which knows authentication, limits and the server's error formats. Every operation
 * says in words what it does, and its errors begin with that. Makes no decisions: it reads, writes, and tells exactly what
 * failed.
 */
package dev.idpscripts.server;
