/** New files: a whole repository that works at once, or a script made from a template. Overwrites nothing. */
package dev.idpscripts.workspace.create;
