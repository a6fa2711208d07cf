/**
 * The client of the identity server: one class per group of endpoints, and {@link dev.idpscripts.server.InventoryReader}, which reads all
 * that a plan needs. Every operation says in words what it does, and its errors begin with that. Makes no decisions: it reads, writes, and tells
 * exactly what failed. How a request is sent is in {@code http}, who sends it in {@code login}. The server that the plugin brings along is
 * {@link dev.idpscripts.sandbox}.
 */
package dev.idpscripts.server;
