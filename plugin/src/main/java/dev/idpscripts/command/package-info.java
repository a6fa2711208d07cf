/**
 * What a goal does, without Maven: one class per use case that reads top down as its story, and what several of them need. It puts
 * the rooms below together and decides nothing that they could. Speaks through {@link dev.idpscripts.command.session.Console}, writes
 * through {@link dev.idpscripts.command.session.Outputs}. No Maven, no rendering, no rule of planning.
 */
package dev.idpscripts.command;
