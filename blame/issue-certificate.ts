// A certificate for loopback, made on the spot: no key is ever kept, and its dates are as one wishes (RFC 5280).
import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';

export interface CertificateWish {
  readonly issuer: 'itself' | 'a stranger';
  readonly isExpired?: boolean;
}

const SEQUENCE = 0x30;
const SET = 0x31;
const ECDSA_WITH_SHA256 = der(SEQUENCE, Buffer.from('06082a8648ce3d040302', 'hex'));
const COMMON_NAME = Buffer.from('0603550403', 'hex');
/** The address 127.0.0.1 as subjectAltName, in its place among the extensions. */
const FOR_LOOPBACK = Buffer.from('a3133011300f0603551d1104083006' + '87047f000001', 'hex');
const DAY_MS = 86_400_000;

export function issueCertificate({ issuer, isExpired = false }: CertificateWish): {
  readonly key: string;
  readonly cert: string;
} {
  const own = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const signer = issuer === 'itself' ? own : generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const subject = nameOf('planted');
  const names = { subject, issuer: issuer === 'itself' ? subject : nameOf('stranger') };
  const certificate = signed(describe(own.publicKey, names, isExpired ? -2 : 2), signer.privateKey);
  return {
    key: own.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: `-----BEGIN CERTIFICATE-----\n${certificate.toString('base64')}\n-----END CERTIFICATE-----\n`,
  };
}

function describe(
  key: KeyObject,
  { subject, issuer }: { readonly subject: Buffer; readonly issuer: Buffer },
  untilDay: number,
): Buffer {
  const version3 = Buffer.from('a003020102', 'hex');
  const serial = Buffer.from('020101', 'hex');
  const validity = der(SEQUENCE, timeIn(untilDay - 4), timeIn(untilDay));
  const spki = key.export({ type: 'spki', format: 'der' });
  return der(SEQUENCE, version3, serial, ECDSA_WITH_SHA256, issuer, validity, subject, spki, FOR_LOOPBACK);
}

function signed(described: Buffer, key: KeyObject): Buffer {
  const signature = Buffer.concat([Buffer.from([0]), sign('sha256', described, key)]);
  return der(SEQUENCE, described, ECDSA_WITH_SHA256, der(0x03, signature));
}

function nameOf(name: string): Buffer {
  return der(SEQUENCE, der(SET, der(SEQUENCE, COMMON_NAME, der(0x0c, Buffer.from(name)))));
}

/** So many days from now, as GeneralizedTime. */
function timeIn(days: number): Buffer {
  const text = new Date(Date.now() + days * DAY_MS).toISOString().replaceAll(/[-:T]|\.\d+/g, '');
  return der(0x18, Buffer.from(text));
}

/** Tag, length and contents (X.690, section 8.1). */
function der(tag: number, ...parts: readonly Buffer[]): Buffer {
  const contents = Buffer.concat(parts);
  const { length } = contents;
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...size]), contents]);
}
