/**
 * Takes back what a run did, the latest first: each step looks at the server, touches only what this run left as it is, and has the ordinary
 * writers send the inverse. What the server has no inverse for is said.
 */
package dev.idpscripts.apply.undo;
