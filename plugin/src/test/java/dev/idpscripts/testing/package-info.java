/** What tests share: repositories in a temporary folder, states of a server, golden files, Maven runs. */
package dev.idpscripts.testing;
