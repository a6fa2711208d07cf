/**
 * Rhai, the scripting language of the identity server, in the JVM: the same interpreter, compiled to WebAssembly (its source and
 * its build are in {@code src/main/rust}) and from there to Java bytecode when the plugin is built. {@link dev.idpscripts.engine.Engine}
 * and {@link dev.idpscripts.engine.Serde} are what others use. Nothing here knows files, HTTP or reports, and {@code run.endive} is imported nowhere else.
 */
package dev.idpscripts.engine;
