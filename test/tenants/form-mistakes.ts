// A tenant file that is not of the form it should have.
import type { TenantMistake } from './tenant-mistake.ts';
import { edited } from './tenant-text.ts';

export const FORM_MISTAKES: readonly TenantMistake[] = [
  {
    name: 'nothing in it',
    text: '',
    code: 'tenant-invalid',
    message: ':1#: found nothing, expected a mapping',
    hint: 'A live account',
  },
  {
    name: 'no environment',
    text: edited('environment: sandbox\n', ''),
    code: 'tenant-invalid',
    message: ':1#: found no "environment", expected it to be there',
    hint: 'What kind of account it is.',
  },
  {
    name: 'an environment that is misspelt',
    text: edited('environment: sandbox', 'environment: sandbx'),
    code: 'tenant-invalid',
    message: ':2#/environment: found a text of 6 characters, expected one of sandbox, staging, production',
    hint: 'Did you mean "sandbox"?',
  },
  {
    name: 'a key that is misspelt',
    text: edited('    credentials:\n', '    credential:\n'),
    code: 'tenant-invalid',
    message:
      ':14#/vendors/acquire/?: found a key that is not known here, expected one of baseUrl, insecure, credentials, states, allow, capabilities, tls, proxy, timeouts, pace, notifications',
    hint: 'Did you mean "credentials"?',
  },
  {
    name: 'a name with blanks',
    text: edited('name: full', 'name: Our Sandbox'),
    code: 'tenant-invalid',
    message: ':1#/name: found a text of 11 characters, expected a text of another form',
    hint: 'Lower-case letters, digits and hyphens.',
  },
  {
    name: 'a section without content',
    text: edited(
      '    tls:\n      ca: ca.pem\n      certificate: client.pem\n      key: file:client-key.pem\n',
      '    tls:\n',
    ),
    code: 'tenant-invalid',
    message: ':37#/vendors/acquire/tls: found nothing, expected a mapping',
    hint: 'How the connection is secured',
  },
  {
    name: 'an effect that does not exist',
    text: edited('effects: [creates]', 'effects: [creates, notify-people]'),
    code: 'tenant-invalid',
    message:
      ':25#/vendors/acquire/allow/effects/1: found a text of 13 characters, expected one of reads, creates, notifies-people, joins-as-person, costs-money, irreversible',
    hint: 'Did you mean "notifies-people"?',
  },
  {
    name: 'a kind of request that does not exist',
    text: edited('[contract, probe]', '[contract, prob]'),
    code: 'tenant-invalid',
    message:
      ':26#/vendors/acquire/allow/sendings/1: found a text of 4 characters, expected one of contract, variant, probe',
    hint: 'Did you mean "probe"?',
  },
  {
    name: 'a budget in words',
    text: edited('requests: 40', 'requests: forty'),
    code: 'tenant-invalid',
    message: ':4#/budget/requests: found a text of 5 characters, expected a whole number',
    hint: 'Requests of every kind',
  },
  {
    name: 'a budget below nothing',
    text: edited('messages: 5', 'messages: -1'),
    code: 'tenant-invalid',
    message: ':5#/budget/messages: found a number, expected one that must be >= 0',
    hint: 'Requests that notify people.',
  },
  {
    name: 'money without a currency',
    text: edited('    currency: USD\n', ''),
    code: 'tenant-invalid',
    message: ':6#/budget/money: found no "currency", expected it to be there',
    hint: 'ISO 4217',
  },
  {
    name: 'a client certificate without its key',
    text: edited('      key: file:client-key.pem\n', ''),
    code: 'tenant-invalid',
    message: ':37#/vendors/acquire/tls: found no "key", expected it beside "certificate"',
    hint: 'Where the private key of the client certificate is to be had.',
  },
  {
    name: 'a version that YAML takes for a number',
    text: edited('version: "2.0"', 'version: 2.0'),
    code: 'tenant-invalid',
    message: ':35#/vendors/acquire/capabilities/version: found a number, expected a text',
    hint: 'in quotes',
  },
  {
    name: 'an unfilled address',
    text: edited('https://acquire.example.com', 'https://{account_id}.example.com'),
    code: 'tenant-invalid',
    message: ':13#/vendors/acquire/baseUrl: found a text of 32 characters, expected a text of another form',
    hint: 'Address below which the documented paths lie',
  },
  {
    name: 'the same operation twice',
    text: edited('[joinChat, acquire.sendSms]', '[joinChat, joinChat]'),
    code: 'tenant-invalid',
    message: ':27#/vendors/acquire/allow/operations: found a list of 2, expected each entry once',
    hint: 'The only operations that may be called',
  },
  {
    name: 'no operation at all',
    text: edited('[joinChat, acquire.sendSms]', '[]'),
    code: 'tenant-invalid',
    message:
      ':27#/vendors/acquire/allow/operations: found a list of 0, expected one that must NOT have fewer than 1 items',
    hint: 'The only operations that may be called',
  },
  {
    name: 'a key twice',
    text: edited('environment: sandbox\n', 'environment: sandbox\nname: other\n'),
    code: 'file-malformed',
    message: ':3:1 is no valid YAML: the key is there twice, and keys have to be unique',
    hint: 'Mend the YAML at that place.',
  },
  {
    name: 'an alias',
    text: edited('[1, 11, 26]', '*agents'),
    code: 'file-malformed',
    message: ':21:19 is no valid YAML: aliases are not supported here',
    hint: 'Mend the YAML at that place.',
  },
  {
    name: 'a second document',
    text: edited('environment: sandbox\n', 'environment: sandbox\n---\n'),
    code: 'file-malformed',
    message: ':3:1 is no valid YAML: a second document begins; a file describes one tenant',
    hint: 'Mend the YAML at that place.',
  },
  {
    name: 'a tag',
    text: edited('env:ACQUIRE_API_KEY', '!secret acquire'),
    code: 'file-malformed',
    message: ':15:15 is no valid YAML: a tag (!…) that is not known here',
    hint: 'Mend the YAML at that place.',
  },
];
