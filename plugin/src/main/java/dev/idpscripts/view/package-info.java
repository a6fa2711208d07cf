/**
 * Turns what was read into what people look at: status, history, pipelines, logs, figures, and what is wrong with any of it. Gives a {@link
 * dev.idpscripts.model.view.Table}; no requests, no files, no layout.
 */
package dev.idpscripts.view;
