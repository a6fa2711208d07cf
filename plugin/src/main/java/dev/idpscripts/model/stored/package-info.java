/**
 * The server's objects as its API shows them; component names are the API's keys in camel case. What the API leaves out
 * is null here, because the embedded server must tell absent from empty.
 */
package dev.idpscripts.model.stored;
