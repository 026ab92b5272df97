import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { userErrors } from '../errors/catalogue.ts';
import type { SecretReference, TenantVendor } from '../model/tenant.ts';
import type { ConnectionOptions, ProxyAccess, TlsMaterial } from './connection-options.ts';
import { secureContextOf } from './secure-context.ts';

/**
 * How to reach the vendor of a tenant: its PEM files read and tried together, its secrets resolved by whoever can.
 * Throws a `UserError` for what would make every handshake fail.
 */
export function readConnection(
  { tls, proxy }: Pick<TenantVendor, 'tls' | 'proxy'>,
  resolve: (reference: SecretReference) => string,
): ConnectionOptions {
  const material: TlsMaterial = {
    ...(tls.ca === undefined ? {} : { ca: readPem(tls.ca) }),
    ...(tls.certificate === undefined ? {} : { certificate: readPem(tls.certificate) }),
    ...(tls.key === undefined ? {} : { key: resolve(tls.key) }),
  };
  tryOut(material, tls.certificate ?? tls.ca ?? 'tls');
  if (proxy === undefined) return { tls: material };
  const access: ProxyAccess = {
    url: proxy.url,
    ...(proxy.username === undefined ? {} : { username: resolve(proxy.username) }),
    ...(proxy.password === undefined ? {} : { password: resolve(proxy.password) }),
  };
  return { tls: material, proxy: access };
}

function readPem(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw userErrors.fileUnreadable(file, error instanceof Error ? error.message : String(error));
  }
}

function tryOut(material: TlsMaterial, file: string): void {
  try {
    // Of an authority that is no PEM the context would say nothing, and trust nothing new.
    if (material.ca !== undefined) new X509Certificate(material.ca);
    secureContextOf(material);
  } catch (error) {
    // OpenSSL's words hold none of the key itself.
    const problem = error instanceof Error && 'reason' in error ? String(error.reason) : 'unusable';
    throw userErrors.fileInvalid(
      file,
      '',
      problem,
      'PEM of a certificate, and of the key that belongs to it',
    );
  }
}
