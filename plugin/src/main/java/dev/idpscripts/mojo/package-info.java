/**
 * One class per goal, and what they need of Maven: settings, proxies, console, errors. The only package that knows Maven.
 * A goal reads its parameters, puts the other packages together, and decides nothing that they could.
 */
package dev.idpscripts.mojo;
