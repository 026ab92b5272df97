import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { userErrors } from '../errors/catalogue.ts';
import type { BrokerAccess, BrokerCredentials } from './broker-access.ts';

const PACKAGE = '@pact-foundation/pact-cli';
/** The line this was tried with. */
const VERSION = '18.1.2';

/** Pact's own command line client, which is a program and no library. */
export interface PactClient {
  /** Runs a command of `pact broker` against the broker, and gives what it printed. */
  broker(access: BrokerAccess, args: readonly string[]): Promise<string>;
}

/** Looked for where the user works, then where this tool is installed. */
export function findPactClient(folder: string): PactClient {
  const program = [join(folder, 'package.json'), import.meta.url]
    .map(programFrom)
    .find((one) => one !== undefined);
  if (program === undefined) throw userErrors.brokerClientMissing(PACKAGE, VERSION);
  return { broker: (access, args) => runProgram(program, access, args) };
}

/** The program itself: the script around it would outlive nobody, but its child would outlive the script. */
function programFrom(place: string): string | undefined {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  try {
    const wrapper = createRequire(place).resolve(`${PACKAGE}/package.json`);
    const own = createRequire(wrapper).resolve(`${PACKAGE}-${system}-${process.arch}/package.json`);
    return join(dirname(own), 'standalone', system === 'windows' ? 'pact.exe' : 'pact');
  } catch {
    return undefined;
  }
}

function runProgram(program: string, access: BrokerAccess, args: readonly string[]): Promise<string> {
  const whole = ['broker', ...args, '--broker-base-url', access.url];
  const env = { ...plainEnvironment(), ...environmentOf(access.credentials) };
  return new Promise((resolve, reject) => {
    execFile(program, whole, { env, maxBuffer: 16 * 1024 * 1024 }, (error, stdout, stderr) => {
      if (error === null) resolve(stdout);
      else reject(failure(access.url, `${stdout}\n${stderr}`, error.message));
    });
  });
}

/** What else is set for Pact would be taken for options. */
function plainEnvironment(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('PACT_')));
}

/** Credentials never stand among the arguments, which every user of the machine can read. */
function environmentOf(credentials: BrokerCredentials): Readonly<Record<string, string>> {
  const always = { PACT_DO_NOT_TRACK: 'true', PACT_BROKER_HTTP_RETRIES: '2', NO_COLOR: '1' };
  switch (credentials.kind) {
    case 'none':
      return always;
    case 'token':
      return { ...always, PACT_BROKER_TOKEN: credentials.token };
    case 'basic': {
      const { username, password } = credentials;
      return { ...always, PACT_BROKER_USERNAME: username, PACT_BROKER_PASSWORD: password };
    }
  }
}

const COMPLAINT = /^(?:error:|❌)\s*/;

function failure(url: string, printed: string, message: string): Error {
  const lines = printed.split('\n').map((line) => line.trim());
  const told = lines.find((line) => COMPLAINT.test(line)) ?? lines.findLast((line) => line !== '');
  const problem = told?.replace(COMPLAINT, '') ?? message;
  return userErrors.brokerFailed(
    url,
    `Pact's client says: ${problem}`,
    'Check the address and the credentials (--broker-token, or --broker-username and --broker-password).',
  );
}
