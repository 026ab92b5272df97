// Secrets where only references may be, and addresses that would bare them on the way.
import type { TenantMistake } from './tenant-mistake.ts';
import { edited } from './tenant-text.ts';

const GIVE_REFERENCE = 'Write env:NAME and set that environment variable, or file:PATH';

export const SECRET_MISTAKES: readonly TenantMistake[] = [
  {
    name: 'a key in the clear',
    text: edited('env:ACQUIRE_API_KEY', 'tk4f81c0ffee'),
    code: 'secret-inline',
    message:
      ':15#/vendors/acquire/credentials/apiKey: found a text of 12 characters instead of a reference, and no secret may stand in a tenant file',
    hint: GIVE_REFERENCE,
  },
  {
    name: 'a key of digits in the clear',
    text: edited('env:ACQUIRE_API_KEY', '4815162342'),
    code: 'secret-inline',
    message: ':15#/vendors/acquire/credentials/apiKey: found a number instead of a reference',
    hint: GIVE_REFERENCE,
  },
  {
    name: 'the key instead of the name of the variable',
    text: edited('env:ACQUIRE_API_KEY', 'env:tk4f81c0ffee'),
    code: 'secret-inline',
    message: ':15#/vendors/acquire/credentials/apiKey: found a text of 16 characters instead of a reference',
    hint: GIVE_REFERENCE,
  },
  {
    name: 'the token of another user in the clear',
    text: edited('file:outsider-token', 'tk4f81c0ffee'),
    code: 'secret-inline',
    message:
      ':63#/vendors/rocketchat/states/a user without permission/authToken: found a text of 12 characters instead of a reference',
    hint: GIVE_REFERENCE,
  },
  {
    name: 'the password of a proxy in the clear',
    text: edited('env:PROXY_PASSWORD', 'hunter2'),
    code: 'secret-inline',
    message: ':44#/vendors/acquire/proxy/password: found a text of 7 characters instead of a reference',
    hint: GIVE_REFERENCE,
  },
  {
    name: 'a login in the base address',
    text: edited('https://acquire.example.com', 'https://admin:hunter2@acquire.example.com'),
    code: 'secret-inline',
    message: ':13#/vendors/acquire/baseUrl: found what looks like an address with a user or password in it',
    hint: GIVE_REFERENCE,
  },
  {
    name: 'a login in the address of the proxy',
    text: edited('http://proxy.example.com:3128', 'http://me:hunter2@proxy.example.com:3128'),
    code: 'secret-inline',
    message: ':42#/vendors/acquire/proxy/url: found what looks like an address with a user or password in it',
    hint: GIVE_REFERENCE,
  },
  {
    name: 'a header as an id',
    text: edited('caseId: 22', 'caseId: Bearer tk4f81c0ffee'),
    code: 'secret-inline',
    message:
      ':18#/vendors/acquire/states/an open case/caseId: found what looks like the value of a header with credentials',
    hint: GIVE_REFERENCE,
  },
  {
    name: 'a private key in the file',
    text: edited('key: file:client-key.pem', 'key: "-----BEGIN PRIVATE KEY-----"'),
    code: 'secret-inline',
    message: ':40#/vendors/acquire/tls/key: found what looks like a private key',
    hint: GIVE_REFERENCE,
  },
  {
    name: 'a secret in the query of an address',
    text: edited('https://acquire.example.com', 'https://acquire.example.com/?api_key=tk4f81c0ffee'),
    code: 'secret-inline',
    message: ':13#/vendors/acquire/baseUrl: found what looks like an address with a secret in its query',
    hint: GIVE_REFERENCE,
  },
  {
    name: 'a signed token among the features',
    text: edited('features: [chat]', 'features: [eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJtZSJ9.c2lnbmVk]'),
    code: 'secret-inline',
    message: ':33#/vendors/acquire/capabilities/features/0: found what looks like a signed token (JWT)',
    hint: GIVE_REFERENCE,
  },
];

export const ADDRESS_MISTAKES: readonly TenantMistake[] = [
  {
    name: 'plain http to another machine',
    text: edited('https://acquire.example.com', 'http://acquire.example.com'),
    code: 'tenant-invalid',
    message:
      ':13#/vendors/acquire/baseUrl: found plain http:// to another machine, on which anybody on the way reads the credentials, expected https://',
    hint: 'add "insecure: true" to this vendor',
  },
  {
    name: 'plain http to a name that only begins like this machine',
    text: edited('https://acquire.example.com', 'http://127.0.0.1.example.com'),
    code: 'tenant-invalid',
    message: ':13#/vendors/acquire/baseUrl: found plain http:// to another machine',
    hint: 'Use https://',
  },
  {
    name: 'an address without a host',
    text: edited('https://acquire.example.com', 'https://:443'),
    code: 'tenant-invalid',
    message: ':13#/vendors/acquire/baseUrl: found an address that cannot be read',
    hint: 'Correct the address.',
  },
  {
    name: '"insecure" beside https',
    text: edited('https://acquire.example.com', 'https://acquire.example.com\n    insecure: true'),
    code: 'tenant-invalid',
    message: ':14#/vendors/acquire/insecure: found it beside an https:// address',
    hint: 'Remove it',
  },
];
