import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { SecretReference, TenantVendor } from '../../src/model/tenant.ts';
import { readConnection } from '../../src/targets/read-connection.ts';
import { temporaryFolder } from '../fixtures/temporary-folder.ts';
import { createAuthority, hasOpenssl } from '../live/certificates.ts';

type Parts = Partial<TenantVendor['tls']> & { readonly proxy?: TenantVendor['proxy'] };

function vendor({ proxy, ...tls }: Parts): Pick<TenantVendor, 'tls' | 'proxy'> {
  return { tls: { ca: undefined, certificate: undefined, key: undefined, ...tls }, proxy };
}

const env = (name: string): SecretReference => ({ kind: 'env', name });

describe.skipIf(!hasOpenssl)('the connection of a tenant', () => {
  function files() {
    const authority = createAuthority();
    onTestFinished(authority.remove);
    const one = authority.issue('DNS:one.invalid');
    const two = authority.issue('DNS:two.invalid');
    const folder = temporaryFolder();
    const file = (name: string, text: string) => {
      writeFileSync(join(folder, name), text);
      return join(folder, name);
    };
    return { ca: file('ca.pem', authority.cert), certificate: file('one.pem', one.cert), file, one, two };
  }

  it('has the texts of the files, and the secrets from whoever has them', () => {
    const { ca, certificate, one } = files();
    const secrets: Readonly<Record<string, string>> = { KEY: one.key, NAME: 'engineer', WORD: 'p w' };
    const proxy = { url: 'http://127.0.0.1:3128', username: env('NAME'), password: env('WORD') };
    const connection = readConnection(vendor({ ca, certificate, key: env('KEY'), proxy }), (reference) =>
      reference.kind === 'env' ? (secrets[reference.name] ?? '') : '',
    );
    expect(connection).toMatchObject({
      tls: { certificate: one.cert, key: one.key },
      proxy: { url: 'http://127.0.0.1:3128', username: 'engineer', password: 'p w' },
    });
  });

  it('is empty where the tenant says nothing', () => {
    expect(readConnection(vendor({}), () => '')).toEqual({ tls: {} });
  });

  it.each([
    [
      'a file that is not there',
      (made: ReturnType<typeof files>) => ({ ca: `${made.ca}.not` }),
      'file-unreadable',
    ],
    [
      'an authority that is no PEM',
      (made: ReturnType<typeof files>) => ({ ca: made.file('x', 'no') }),
      'file-invalid',
    ],
    [
      'a key of another certificate',
      ({ certificate }: ReturnType<typeof files>) => ({ certificate, key: env('OTHER') }),
      'file-invalid',
    ],
    [
      'a key that is none',
      ({ certificate }: ReturnType<typeof files>) => ({ certificate, key: env('CANARY') }),
      'file-invalid',
    ],
  ])('is refused with %s, and no key is shown', (_, parts, code) => {
    const made = files();
    const resolve = (reference: SecretReference) =>
      reference.kind === 'env' && reference.name === 'OTHER' ? made.two.key : 'secret-canary';
    const mistake = caught(() => readConnection(vendor(parts(made)), resolve));
    expect(mistake).toMatchObject({ code });
    expect(`${String(mistake)}`).not.toContain('secret-canary');
  });
});

function caught(act: () => unknown): unknown {
  try {
    act();
  } catch (error) {
    return error;
  }
  return undefined;
}
