/** YAML with places: nodes that know their line and column, as texts, numbers and JSON. The only readers of SnakeYAML's nodes. */
package dev.idpscripts.workspace.yaml;
