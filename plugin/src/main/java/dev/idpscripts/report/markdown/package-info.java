/** {@code plan.md}, for pull requests: within a comment's limit, its summary never left out. */
package dev.idpscripts.report.markdown;
