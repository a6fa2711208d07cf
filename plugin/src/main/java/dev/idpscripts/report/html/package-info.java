/** {@code plan.html} and {@code diff.html}: what their templates show. The templates are in {@code src/main/jte}, and escape. */
package dev.idpscripts.report.html;
