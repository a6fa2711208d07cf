/**
 * What the server does with its objects: which are unique, what cascades, which numbers are in range, how a search matches
 * (server.md 3).
 */
package dev.idpscripts.sandbox.rules;
