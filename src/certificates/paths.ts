// The addresses of checking a certificate.
export const checkPaths = {
  check: '/check',
  /** Opens the form with the number filled in. */
  number: '/check/:number',
  /** What the QR code on a certificate opens: number and code are filled in, and a press checks them. */
  printed: '/check/:number/:code',
  document: '/check/document',
} as const;
