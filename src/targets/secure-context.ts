import { readFileSync } from 'node:fs';
import { createSecureContext, rootCertificates, type SecureContext } from 'node:tls';
import type { TlsMaterial } from './connection-options.ts';

/** What is trusted and shown in a handshake; throws when certificate, key or authority are no PEM or do not fit. */
export function secureContextOf({ ca, certificate, key }: TlsMaterial): SecureContext {
  return createSecureContext({
    ...(ca === undefined ? {} : { ca: [...trustedByNode(), ca] }),
    ...(certificate === undefined ? {} : { cert: certificate }),
    ...(key === undefined ? {} : { key }),
  });
}

/** Naming an authority makes Node forget all others, those of its own environment variable too. */
function trustedByNode(): readonly string[] {
  const file = process.env['NODE_EXTRA_CA_CERTS'];
  if (file === undefined || file === '') return rootCertificates;
  try {
    return [...rootCertificates, readFileSync(file, 'utf8')];
  } catch {
    // Node itself only warns of such a file, and has done so.
    return rootCertificates;
  }
}
