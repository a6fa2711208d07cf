/**
 * Faults on purpose: what to break, at which request, and how. Here lives nothing that answers a request properly; {@code RequestPipeline}
 * asks here first.
 */
package dev.idpscripts.sandbox.faults;
