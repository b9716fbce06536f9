/**
 * Carries bytes between an address and a socket file, so that a program in a network of its own reaches one place outside. Decides
 * nothing and reads nothing.
 */
package ai.nominate.tenantmgr.host.socket;
