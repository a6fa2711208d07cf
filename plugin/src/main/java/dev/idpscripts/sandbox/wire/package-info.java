/**
 * How requests are read and answers written: as serde and axum do it, word for word, since clients get to see it (server.md 1.3,
 * 2.3). Nobody imitates their words here: what is not plain goes to the engine, where they are at work themselves.
 */
package dev.idpscripts.sandbox.wire;
