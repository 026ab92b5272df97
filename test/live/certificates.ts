// A private authority and what it issues, made by the openssl of the machine: certificates as a company has them.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Issued {
  readonly cert: string;
  readonly key: string;
}

export interface Authority extends Issued {
  /** A certificate for a subject alternative name, valid between two instants, today when none are given. */
  readonly issue: (name: string, valid?: readonly [from: string, until: string]) => Issued;
  readonly remove: () => void;
}

export const hasOpenssl = spawnSync('openssl', ['version']).status === 0;
if (!hasOpenssl) console.warn('skipped: no openssl on this machine to issue certificates with');

const NEW_KEY = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];

export function createAuthority(): Authority {
  const folder = mkdtempSync(join(tmpdir(), 'authority-'));
  const openssl = (...args: readonly string[]) =>
    execFileSync('openssl', args, { cwd: folder, stdio: 'pipe' });
  const read = (name: string) => readFileSync(join(folder, name), 'utf8');
  openssl(
    ...['req', '-x509', ...NEW_KEY, '-subj', '/CN=Private authority', '-days', '2'],
    ...['-keyout', 'ca.key', '-out', 'ca.pem'],
  );
  execFileSync('sh', ['-c', 'mkdir new && : > index && echo 01 > serial'], { cwd: folder });
  let count = 0;
  return {
    cert: read('ca.pem'),
    key: read('ca.key'),
    issue: (name, valid = [utc(-1), utc(1)]) => {
      count += 1;
      const id = `c${count}`;
      openssl(
        'req',
        ...NEW_KEY,
        '-subj',
        `/CN=${id}`,
        '-addext',
        `subjectAltName=${name}`,
        '-keyout',
        `${id}.key`,
        '-out',
        `${id}.csr`,
      );
      execFileSync('sh', ['-c', CONFIGURE], { cwd: folder });
      openssl(
        ...['ca', '-config', 'ca.cnf', '-batch', '-notext', '-in', `${id}.csr`, '-out', `${id}.pem`],
        ...['-startdate', valid[0], '-enddate', valid[1]],
      );
      return { cert: read(`${id}.pem`), key: read(`${id}.key`) };
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

const CONFIGURE = `cat > ca.cnf <<'END'
[ca]
default_ca = own
[own]
database = index
serial = serial
new_certs_dir = new
certificate = ca.pem
private_key = ca.key
default_md = sha256
policy = any
copy_extensions = copy
unique_subject = no
[any]
commonName = supplied
END`;

const DAY_MS = 24 * 60 * 60 * 1000;

/** An instant so many days from now, as openssl writes it. */
export function utc(days: number): string {
  return `${new Date(Date.now() + days * DAY_MS)
    .toISOString()
    .replaceAll(/[-:T]|\.\d+/g, '')
    .slice(0, 14)}Z`;
}
