/**
 * Whether scripts compile, whether their tests pass, how a new body behaves beside the old one: before they are pushed, and once on the server
 * after. Runs scripts through {@link dev.idpscripts.check.Runner}; writes no file and changes nothing on a server.
 */
package dev.idpscripts.check;
