/** What must never be seen, and how it is kept out of what is. */
package dev.idpscripts.model.secret;
