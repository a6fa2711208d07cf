/**
 * Who made a difference between files and server: this repository, somebody else, or both (specs/three-way.md). Judges what was read;
 * asks nothing.
 */
package dev.idpscripts.plan.attribution;
