/**
 * A plan read the other way round: what the files are to declare so that they hold what is on the server. {@link
 * dev.idpscripts.plan.pull.Puller} is the way in. Knows no file and no text of one.
 */
package dev.idpscripts.plan.pull;
