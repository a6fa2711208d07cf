/** What people look at: tables that are the same on a terminal and in JSON. */
package dev.idpscripts.model.view;
