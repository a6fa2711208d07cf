/** Writes whole files or nothing, for everybody who writes files. Knows nothing of what stands in them. */
package dev.idpscripts.disk;
