/**
 * What the interface may do: run and show what came with it, read the archive, and nothing else.
 */
export const readerContentSecurity = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' archive:",
  "font-src 'self'",
  "connect-src 'self' archive:",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** For media of an archive that somebody opens as a document of its own. */
export const mediaContentSecurity = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

/** Sent with everything the interface is made of. */
export const readerHeaders: Readonly<Record<string, string>> = {
  'Content-Security-Policy': readerContentSecurity,
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), usb=(), serial=(), hid=()',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
};
