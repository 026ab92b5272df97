// The stages of places.ts: each brings the command to its places, by the way that its users would come there.
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { UserError } from '../../src/errors/user-error.ts';
import { loadRecipes, ownRecipes } from '../../src/load/load-recipes.ts';
import { loadTenant } from '../../src/load/load-tenant.ts';
import { suite } from '../fixtures/committed-suite.ts';
import { serveHttp } from '../fixtures/loopback-server.ts';
import { serveTls } from '../live/ask.ts';
import { createAuthority } from '../live/certificates.ts';
import { hostileTenant, type Staged } from './hostile-tenant.ts';
import { everywhere, KEY, LOGIN, LOGIN_TOKEN, type StageName, strangerAt } from './places.ts';
import { plantInMessages, refuseSubscription, tellAt } from './plant.ts';
import { agentTenant, chatTenant, departmentTenant } from './telling-vendors.ts';

const JOIN = ['run', '--operation', 'acquire.joinChat'];
const REGISTER = ['run', '--operation', 'rocketchat.registerDepartment'];
const INVITE = [
  'run',
  '--operation',
  'genesys.inviteAgentToChat',
  '--reporter',
  'json',
  '--reporter',
  'html',
];

/** A file that is refused: what the command would print, and nothing else. */
function refused(vendor: string, entry: object, tenant: object = {}): Promise<Staged> {
  const { folder, text } = hostileTenant(vendor, { baseUrl: 'http://127.0.0.1:9', ...entry }, tenant);
  const stderr = complaintAbout(join(folder, 'tenants/hostile.yaml'));
  const finished = [{ exitCode: 2, stdout: '', stderr, folder }];
  return Promise.resolve({ folder, finished, shown: text, says: /error \[/ });
}

function complaintAbout(file: string): string {
  try {
    loadTenant(file, { suite, recipes: loadRecipes(ownRecipes(), suite) });
    return 'nothing';
  } catch (error) {
    return error instanceof UserError
      ? `error [${error.code}] ${error.message} ${error.hint}`
      : String(error);
  }
}

/** Lets the command crash with this text, in a way of crash-at.mjs. */
function crashing(way: string, place: string): Readonly<Record<string, string>> {
  const script = join(import.meta.dirname, 'crash-at.mjs');
  return { NODE_OPTIONS: `--import ${script}`, CRASH: way, CRASH_SAYS: `crash of a canary ${tellAt(place)}` };
}

export const STAGES: Readonly<Record<StageName, () => Promise<Staged>>> = {
  answers: async () => {
    const { gate, tenant } = await chatTenant('header of an answer');
    const finished = [
      await tenant.command([...JOIN, '--evidence', 'full']),
      await tenant.command(['doctor']),
    ];
    return { folder: tenant.folder, finished, shown: gate.answered(), says: /joinChat/ };
  },
  notifications: async () => {
    const { gate, tenant } = await agentTenant(plantInMessages);
    return {
      folder: tenant.folder,
      finished: [await tenant.command(INVITE)],
      shown: gate.answered(),
      says: /Report/,
    };
  },
  subscription: async () => {
    const channel = `/users/${strangerAt('channel of the tenant file').join('/')}`;
    const { gate, tenant } = await agentTenant(refuseSubscription, { notifications: { channel } });
    const finished = [await tenant.command(INVITE)];
    return { folder: tenant.folder, finished, shown: `${gate.answered()}${tenant.text}`, says: /Report/ };
  },
  proxy: async () => {
    const challenge = `Basic realm="${tellAt('challenge of a proxy')} ${LOGIN.password}"`;
    const page = `<h1>${LOGIN.user}</h1>${everywhere(LOGIN.password).join('<br>')} ${LOGIN_TOKEN} ${tellAt('page of a proxy')}`;
    const { origin } = await serveHttp((_, response) => {
      response.writeHead(407, { 'proxy-authenticate': challenge, 'content-type': 'text/html' }).end(page);
    });
    const proxy = { url: origin, username: 'env:PROXY_USER', password: 'env:PROXY_PASS' };
    const { folder, command } = departmentTenant({ baseUrl: 'http://127.0.0.1:9/rocketchat', proxy });
    const finished = [await command(REGISTER), await command(['doctor'])];
    return { folder, finished, shown: `${challenge}\n${page}`, says: /proxy/ };
  },
  certificate: async () => {
    const authority = createAuthority();
    const [mail, phone] = strangerAt('subject and names of a certificate');
    const names = `DNS:${mail.replace('@', '.')},email:${mail},URI:tel:${phone}`;
    const port = await serveTls(authority.issue(names));
    const tls = { ca: '../authority.pem' };
    const { folder, command } = departmentTenant({ baseUrl: `https://localhost:${port}`, tls });
    writeFileSync(join(folder, 'authority.pem'), authority.cert);
    authority.remove();
    const finished = [await command(REGISTER)];
    return { folder, finished, shown: names, says: /certificate is for another host/ };
  },
  plan: async () => {
    const [mail, phone] = strangerAt('states of the tenant file');
    const only = { recipient: strangerAt('allowed recipients of the tenant file') };
    const { folder, text, command } = hostileTenant(
      'acquire',
      {
        baseUrl: 'http://127.0.0.1:9',
        states: {
          'a connected mailbox': { fromAddress: `Plancanaria Vogt <${mail}>`, toAddresses: [mail] },
          'a connected phone number': { fromNumber: phone, toNumber: only.recipient[1] },
        },
        allow: {
          effects: ['creates', 'notifies-people', 'costs-money', 'irreversible'],
          only,
          readings: true,
        },
      },
      MONEY,
    );
    return {
      folder,
      finished: [await command(['run', '--dry-run'])],
      shown: text,
      says: /not tried in any case \(acquire\.sms-authorization/,
    };
  },
  address: () => {
    const told = strangerAt('user in an address of the tenant file').join('/');
    return refused('acquire', { baseUrl: `http://${LOGIN.user}:${LOGIN.password}@127.0.0.1/${told}` });
  },
  state: () => {
    const told = strangerAt('name of a state in the tenant file').join(' ');
    return refused('acquire', { states: { [`mailbox of ${told}`]: { name: told } } });
  },
  price: () => {
    const told = [...strangerAt('name of a priced operation in the tenant file'), LOGIN.password].join(' ');
    return refused('acquire', {}, { budget: { money: { currency: 'EUR', most: 1, prices: { [told]: 1 } } } });
  },
  init: async () => {
    const { folder, command } = hostileTenant('acquire', {});
    const environment = { ACQUIRE_API_KEY: KEY, EMAIL: tellAt('environment') };
    const args = [
      'init',
      '--yes',
      '--vendor',
      'acquire',
      '--environment',
      'sandbox',
      '--out',
      'reports/new.yaml',
    ];
    const shown = JSON.stringify(environment);
    return { folder, finished: [await command(args, environment)], shown, says: /Wrote/ };
  },
  // A run that crashes, goes on, crashes once more, and is cleaned up.
  crash: async () => {
    const { gate, tenant } = await chatTenant('answers after a crash');
    const { folder, command } = tenant;
    const crashes = [
      crashing('uncaught', 'error that nobody catches'),
      crashing('rejection', 'promise that nobody awaits'),
    ];
    const first = await command(JOIN, crashes[0]);
    const [name = ''] = readdirSync(join(folder, 'reports'));
    const run = join('reports', name);
    const finished = [
      first,
      await command(['run', '--resume', run], crashes[1]),
      await command(['cleanup', run]),
    ];
    const says = /internal error.*crash of a canary/;
    return { folder, finished, shown: `${JSON.stringify(crashes)}\n${gate.answered()}`, says };
  },
  child: async () => {
    const { tenant } = await chatTenant('output and crash of the verifier');
    const crash = crashing('child', 'output and crash of the verifier');
    const finished = [await tenant.command([...JOIN, '--reporter', 'json', '--reporter', 'terminal'], crash)];
    return {
      folder: tenant.folder,
      finished,
      shown: JSON.stringify(crash), // A job that was just being handed over meets a closed channel instead.
      says: /Pact's verifier (?:ended early|could not be started)/,
    };
  },
};

const MONEY = {
  budget: {
    requests: 500,
    messages: 200,
    money: { currency: 'EUR', most: 10, prices: { 'acquire.sendSms': 0.1 } },
  },
};
