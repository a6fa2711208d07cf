/**
 * How requests are read and answers written: as serde and axum do it, errors and positions word for word, since clients get to
 * see them (server.md 1.3, 2.3).
 */
package dev.idpscripts.sandbox.wire;
