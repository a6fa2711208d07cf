/**
 * What goals need of Maven: its terminal, settings, proxies, POM and inheritance, behind interfaces and records that {@link
 * dev.idpscripts.command} knows. No goal lives here, and nothing here decides what is done.
 */
package dev.idpscripts.mojo.maven;
