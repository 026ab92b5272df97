// Names in a tenant file that nothing has, and values of another form than the contracts send.
import type { TenantMistake } from './tenant-mistake.ts';
import { edited } from './tenant-text.ts';

export const NAME_MISTAKES: readonly TenantMistake[] = [
  {
    name: 'a vendor that is misspelt',
    text: edited('\n  rocketchat:\n', '\n  rocket-chat:\n'),
    code: 'tenant-invalid',
    message: ':59#/vendors/?: found a name that no vendor has, expected one of acquire, genesys, rocketchat',
    hint: 'Did you mean "rocketchat"?',
  },
  {
    name: 'an operation of another vendor',
    text: edited('[joinChat, acquire.sendSms]', '[joinChat, registerDepartment]'),
    code: 'tenant-invalid',
    message:
      ':27#/vendors/acquire/allow/operations/1: found a name that no operation has, expected one of acquire.inviteAgent, acquire.joinChat, acquire.addChatMessage, acquire.addMailMessage, acquire.sendSms',
    hint: 'Correct the name of the operation.',
  },
  {
    name: 'a pace for an operation that is misspelt',
    text: edited('joinChat: 6', 'joinchat: 6'),
    code: 'tenant-invalid',
    message: ':52#/vendors/acquire/pace/operations/?: found a name that no operation has',
    hint: 'Did you mean "acquire.joinChat"?',
  },
  {
    name: 'a price for an operation that is misspelt',
    text: edited('acquire.sendSms: 0.02', 'acquire.sendSMS: 0.02'),
    code: 'tenant-invalid',
    message: ':10#/budget/money/prices/?: found a name that no operation has',
    hint: 'Did you mean "acquire.sendSms"?',
  },
  {
    name: 'a provider state that is misspelt',
    text: edited('an open case:', 'an opened case:'),
    code: 'tenant-invalid',
    message: ':17#/vendors/acquire/states/?: found a name that no provider state has',
    hint: 'Did you mean "an open case"?',
  },
  {
    name: 'a value that is misspelt',
    text: edited('agentIds:', 'agentIDs:'),
    code: 'tenant-invalid',
    message: ':21#/vendors/acquire/states/agents/?: found a name that no value of this state has',
    hint: 'Did you mean "agentIds"?',
  },
  {
    name: 'a credential that is misspelt',
    text: edited('apiKey:', 'apikey:'),
    code: 'tenant-invalid',
    message:
      ':15#/vendors/acquire/credentials/?: found a name that no credential has, expected one of apiKey',
    hint: 'Did you mean "apiKey"?',
  },
  {
    name: 'one value where a list is sent',
    text: edited('[1, 11, 26]', '11'),
    code: 'tenant-invalid',
    message:
      ':21#/vendors/acquire/states/agents/agentIds: found a number, expected a list of 3, as in [1,11,26]',
    hint: 'Write it as the contract sends it.',
  },
  {
    name: 'an empty list',
    text: edited('[1, 11, 26]', '[]'),
    code: 'tenant-invalid',
    message: ':21#/vendors/acquire/states/agents/agentIds: found an empty list, expected something in it',
    hint: 'Name what is there, or remove the key.',
  },
  {
    name: 'a telephone number that YAML takes for a number',
    text: edited('"+12025550100"', '+12025550100'),
    code: 'tenant-invalid',
    message:
      ':23#/vendors/acquire/states/a connected phone number/fromNumber: found a number, expected a text',
    hint: 'Put it in quotes.',
  },
  {
    name: 'an id that is too long for a number',
    text: edited('caseId: 22', 'caseId: 12345678901234567890'),
    code: 'tenant-invalid',
    message:
      ':18#/vendors/acquire/states/an open case/caseId: found a number too long to be kept exactly, expected a text',
    hint: 'Put it in quotes.',
  },
  {
    name: 'an id by reference',
    text: edited('caseId: 22', 'caseId: env:CASE_ID'),
    code: 'tenant-invalid',
    message:
      ':18#/vendors/acquire/states/an open case/caseId: found a reference to a secret, expected the value itself',
    hint: 'Only credentials are given by reference; write the value here.',
  },
];

export const KIND_MISTAKES: readonly TenantMistake[] = [
  {
    name: 'a kind of thing that no request names',
    text: edited('        case: [22]', '        cases: [22]'),
    code: 'tenant-invalid',
    message:
      ':29#/vendors/acquire/allow/only/?: found a name that no kind of thing has, expected one of agent, case, contact,',
    hint: 'Did you mean "case"?',
  },
];
