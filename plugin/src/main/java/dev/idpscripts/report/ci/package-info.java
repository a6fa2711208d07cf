/** Forms that CI servers and code hosts read: JUnit XML, SARIF, LCOV, and values for later steps. */
package dev.idpscripts.report.ci;
