/** What the user's files declare, for one environment. */
package dev.idpscripts.model.declared;
