/** Takes back what a run did, the latest first: each step looks at the server and touches only what this run left as it is. */
package dev.idpscripts.apply.undo;
