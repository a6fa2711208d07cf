/**
 * Options as people give them, made into what commands work with, or refused with a sentence that names the option. No I/O but a
 * look into a named journal.
 */
package dev.idpscripts.command.option;
