/**
 * Every error that a user can see: one sealed family with stable codes. {@code specs/errors.md} explains each code. The
 * goals turn them into Maven's two exceptions in one place.
 */
package dev.idpscripts.model.error;
