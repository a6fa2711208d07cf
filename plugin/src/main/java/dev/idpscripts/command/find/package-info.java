/**
 * The one thing that an option names: a connector, a log and its run, a version and its body, a template. Found on a server or in the files.
 */
package dev.idpscripts.command.find;
