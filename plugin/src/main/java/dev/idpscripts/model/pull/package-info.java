/** What a pull is to do with each declared and each stored object, before it is known which files that means. */
package dev.idpscripts.model.pull;
