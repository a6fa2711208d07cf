/**
 * What can be said about scripts before they are pushed: whether they compile, whether their tests pass, how a new body behaves
 * beside the old one. Runs scripts through {@link dev.idpscripts.check.Runner}; writes no file and changes nothing on a server.
 */
package dev.idpscripts.check;
