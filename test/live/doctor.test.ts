// What the doctor says of a tenant, and that it does nothing there.
import { describe, expect, test } from 'vitest';
import { complaintOf } from '../cli/run-command.ts';
import { establish } from '../mock/mock-client.ts';
import { mockedTenant } from './mocked-tenant.ts';

const DOCTOR = ['doctor', '--tenant', 'tenants'];
const JOIN = [...DOCTOR, '--operation', 'joinChat'];
const ALLOWED = { effects: ['creates', 'notifies-people', 'joins-as-person'] };

describe('the doctor', () => {
  test('finds a tenant fit by reading alone', async () => {
    const { command, mock } = await mockedTenant('acquire', ALLOWED);
    establish(mock, 'acquire', ['an open case']);
    const before = mock.holdings('acquire');
    const { exitCode, stdout, stderr } = await command(JOIN);
    expect(`${exitCode} ${stderr}`).toBe('0 ');
    expect(stdout).toMatch(/could be proven +acquire\.joinChat/);
    expect(stdout).toContain('next: look at every request');
    expect(mock.requests.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'GET /api/v1/crm/channel/all',
    ]);
    expect(mock.holdings('acquire')).toEqual(before);
  });

  test('names the key of the file that is missing', async () => {
    const { command } = await mockedTenant('acquire', { effects: ['creates', 'notifies-people'] });
    const { exitCode, stdout } = await command(JOIN);
    expect(exitCode).toBe(3);
    expect(stdout).toMatch(/stays unproven +acquire\.joinChat: would send nothing/);
    expect(stdout).toMatch(/next: .*Add joins-as-person to vendors\.acquire\.allow\.effects\./);
  });

  test('tells refused credentials from everything else', async () => {
    const { command } = await mockedTenant('acquire', ALLOWED);
    const wrong = await command(JOIN, { MOCKED_API_KEY: 'not-the-key-of-anybody' });
    expect(wrong.exitCode).toBe(3);
    expect(wrong.stdout).toContain('the target did not accept the credentials (401)');
    expect(wrong.stdout).toMatch(/next: Check the credentials of the account/);
    expect(wrong.stdout).not.toContain('not-the-key-of-anybody');
  });

  test('tells where the way ends', async () => {
    const { command, write, file } = await mockedTenant('acquire', ALLOWED);
    // Nobody listens on the port of the discard service.
    write(file, { baseUrl: 'http://127.0.0.1:9/acquire' });
    const { exitCode, stdout } = await command(JOIN);
    expect(exitCode).toBe(3);
    expect(stdout).toMatch(/no answer came back[\s\S]*trouble [\s\S]*next: /);
    expect(stdout).not.toContain('ok  ');
  });

  test('asks a production tenant nothing until its name is spelt out', async () => {
    const { command, write, file, mock } = await mockedTenant('acquire', ALLOWED);
    write(file, {}, { environment: 'production' });
    const { exitCode, stdout } = await command(JOIN);
    expect(exitCode).toBe(3);
    expect(stdout).toContain('next: Add --production mocked.');
    expect(mock.requests).toEqual([]);
    expect((await command([...JOIN, '--production', 'mocked'])).exitCode).toBe(0);
  });

  test.each([
    [['doctor'], 'option-missing'],
    [['doctor', '--tenant', 'nowhere.yaml'], 'file-unreadable'],
    [[...DOCTOR, '--operation', 'noSuchThing'], 'name-unknown'],
  ])('%j: %s', async (args, code) => {
    const { command } = await mockedTenant('acquire', {});
    expect(complaintOf(await command(args))).toContain(`2 error [${code}]`);
  });
});
