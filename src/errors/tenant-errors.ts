import { UserError } from './user-error.ts';

/** Tenant files, their secrets, and what runs have left in a tenant. */
export const tenantErrors = {
  tenantInvalid: (place: string, found: string, expected: string, hint: string) =>
    new UserError('tenant-invalid', `${place}: found ${found}, expected ${expected}`, hint),

  secretInline: (place: string, found: string) =>
    new UserError(
      'secret-inline',
      `${place}: found ${found}, and no secret may stand in a tenant file`,
      'Write env:NAME and set that environment variable, or file:PATH and put the secret alone into that file. ' +
        'If the file was ever shared or committed, have the secret replaced.',
    ),

  secretUnavailable: (place: string, reference: string, problem: string, hint: string) =>
    new UserError('secret-unavailable', `${place} refers to ${reference}, which ${problem}.`, hint),

  /** What was found is named by its kind only. */

  tenantTwice: (name: string, first: string, second: string) =>
    new UserError(
      'tenant-twice',
      `${first} and ${second} both describe a tenant "${name}".`,
      'Give one of them another name: reports and folders are told apart by it.',
    ),

  tenantsMissing: (folder: string) =>
    new UserError(
      'tenants-missing',
      `${folder} holds no tenant file (*.yaml, *.yml; *.example.yaml does not count).`,
      'Name another folder or a file; "livechat-conformance init" writes one.',
    ),

  tenantNeeded: () =>
    new UserError(
      'tenant-needed',
      'The target "live" needs a tenant.',
      'Give its file with --tenant FILE; "livechat-conformance init" writes one.',
    ),

  tenantInUse: (tenant: string, folder: string) =>
    new UserError(
      'tenant-in-use',
      `Another command is at work in the tenant ${tenant}, in ${folder}.`,
      'Wait until it has ended. If it was killed on another machine, remove the file in-use from that folder.',
    ),

  ledgerDamaged: (file: string, line: number) =>
    new UserError(
      'ledger-damaged',
      `${file}:${line} is no line of a ledger of this version, so what a run has made is not known in full.`,
      'Restore the file, or look in the tenant for the names that the other lines tell.',
    ),
} as const;
