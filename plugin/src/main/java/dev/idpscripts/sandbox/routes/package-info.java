/**
 * One class per group of endpoints (server.md 1.5): reads a request, asks the rules, makes the answer.
 */
package dev.idpscripts.sandbox.routes;
