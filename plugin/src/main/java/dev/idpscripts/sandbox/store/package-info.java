/**
 * The data: tables in one file that survives a kill at any moment, and a lock on its folder. Knows no rules.
 */
package dev.idpscripts.sandbox.store;
