/**
 * The user's files: reads them into the model with every problem as {@code file:line:column}, writes new ones, and asks Git
 * which commit they are at. Knows SnakeYAML; knows nothing of the server.
 */
package dev.idpscripts.workspace;
