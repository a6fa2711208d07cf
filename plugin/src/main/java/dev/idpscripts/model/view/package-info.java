/** What people look at: tables that are the same on a terminal and in JSON, and rounds of the goal watch. */
package dev.idpscripts.model.view;
