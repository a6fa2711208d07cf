/**
 * Turns what was read into what people look at: status, history, pipelines, logs, figures. Pure functions that give a
 * {@link dev.idpscripts.model.view.Table}; no requests, no files, no layout.
 */
package dev.idpscripts.view;
