const localHost = /^(localhost|127\.0\.0\.1|\[::1\])(:[0-9]{1,5})?$/i;

/**
 * Whether a raw Host header names this machine by one of its three plain names.
 *
 * A page of a foreign site whose name was re-pointed to 127.0.0.1 (DNS rebinding) still sends that site's name here.
 * The header is compared as it came; nothing parses or normalizes it.
 */
export function isLocalHost(header: string | undefined): boolean {
  return header !== undefined && localHost.test(header);
}
