/**
 * One request to the identity server and its answer: authentication, limits, proxies, what is tried again, lists read to their end, and
 * errors in words. Knows no operation by name.
 */
package dev.idpscripts.server.http;
