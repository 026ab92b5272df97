// Which room may import which, and what each may bring in from outside.

export interface Room {
  readonly imports: readonly string[];
  /** Packages and parts of Node; a name ending in `/` stands for all below it. */
  readonly packages: readonly string[];
  /** Why an arrow or a package is there that one would not expect. */
  readonly because?: string;
}

/** `types` are the generated types of the specs. A generated registry belongs to the room it lists. */
export const ROOMS: Readonly<Record<string, Room>> = {
  model: {
    imports: [],
    packages: ['node:buffer'],
    because: 'whether bytes are text is said by Node alone, without reading anything',
  },
  types: { imports: [], packages: [] },
  errors: { imports: [], packages: [] },
  contracts: { imports: ['model', 'types'], packages: [] },
  load: {
    imports: ['model', 'errors'],
    packages: ['ajv/', 'yaml', 'node:crypto', 'node:fs', 'node:path', 'node:url'],
  },
  schema: { imports: ['model'], packages: ['ajv/', 'ajv-formats'] },
  plan: {
    imports: ['model', 'errors'],
    packages: ['node:crypto'],
    because: 'a filter that fits nothing is the user’s mistake, and the hash of a plan is SHA-256',
  },
  effects: {
    imports: ['model'],
    packages: ['node:crypto'],
    because: 'a permit is for one request, told by its SHA-256',
  },
  diagnosis: { imports: ['model'], packages: [] },
  states: {
    imports: ['model', 'errors'],
    packages: ['node:crypto', 'node:fs', 'node:path'],
    because:
      'what is made in a tenant is on disk before it is asked for; requests go through a function handed in',
  },
  pacts: {
    imports: ['model', 'errors', 'load', 'schema'],
    packages: ['@pactflow/openapi-pact-comparator', 'tinyglobby', 'node:crypto', 'node:fs'],
    because: 'a pact of somebody else’s is read like any file, and told apart by what the spec lets one send',
  },
  'own-checks': {
    imports: ['model', 'errors', 'load', 'judges'],
    packages: ['node:crypto', 'node:fs', 'node:path'],
    because:
      'a check of somebody else’s is read like a contract, and held to its examples by the judge of a run',
  },
  broker: {
    imports: ['model', 'errors'],
    packages: ['undici', 'node:child_process', 'node:module', 'node:path'],
    because:
      'a broker is no vendor: it is asked for pacts and told of verdicts, by Pact’s own client where it can',
  },
  judges: {
    imports: ['model', 'schema', 'diagnosis'],
    packages: ['ajv/'],
    because: 'one of the judges goes by the schemas of the spec, and what never was an answer is not judged',
  },
  claims: {
    imports: ['model', 'schema', 'judges'],
    packages: [],
    because: 'a claim is listed from the spec and weighed by what the judges have seen',
  },
  drift: {
    imports: ['model', 'verdict'],
    packages: ['node:crypto'],
    because: 'what is new decides on the gate anew',
  },
  explain: {
    imports: ['model', 'claims', 'diagnosis'],
    packages: [],
    because: 'a name may be that of a claim or of a trouble; what it is told from is handed in',
  },
  documents: {
    imports: ['model', 'claims', 'verdict'],
    packages: ['diff', 'node:crypto'],
    because: 'a change of a document is told by the claims that rest on it and by who relies on them',
  },
  verdict: {
    imports: ['model', 'judges'],
    packages: ['node:crypto'],
    because: 'judges hand their cases over in a form of their own',
  },
  mock: {
    imports: ['model', 'schema', 'types'],
    packages: ['cometd-nodejs-server', 'node:events', 'node:http', 'node:timers/promises'],
    because: 'a mock vendor refuses what its schemas do not take, and is typed by its own spec',
  },
  privacy: {
    imports: ['model', 'errors', 'schema'],
    packages: ['node:buffer', 'node:crypto'],
    because: 'what is personal stands in the schemas, and pseudonyms hang on a key of the run',
  },
  targets: {
    imports: ['model', 'errors', 'mock', 'diagnosis', 'effects', 'states'],
    packages: [
      ...['cometd', 'tough-cookie', 'undici'],
      ...[
        'node:crypto',
        'node:path',
        'node:events',
        'node:fs',
        'node:net',
        'node:timers/promises',
        'node:tls',
        'node:util',
        'node:zlib',
      ],
    ],
    because:
      'one target is the embedded mock, another a live tenant behind its guard; evidence is on disk before it is judged',
  },
  run: {
    imports: ['model', 'plan', 'schema', 'judges', 'claims', 'verdict', 'targets', 'privacy'],
    packages: [],
    because: 'the flow knows what it strings together',
  },
  observed: {
    imports: ['model', 'schema', 'plan', 'judges', 'privacy', 'run', 'verdict'],
    packages: ['node:crypto'],
    because: 'what others have sent is judged as a run judges its own, once it is known what was meant',
  },
  recordings: {
    imports: ['model', 'targets'],
    packages: ['ajv/', 'node:stream', 'node:zlib'],
    because: 'a recording is read as a stream, and its answers are decoded as those of a target',
  },
  threads: {
    imports: ['model', 'observed', 'own-checks', 'recordings', 'run'],
    packages: ['node:module', 'node:os', 'node:url', 'node:worker_threads'],
    because: 'a thread reads and counts on its own what is sent to it as plain data',
  },
  proxy: {
    imports: ['model', 'errors', 'diagnosis', 'targets', 'observed'],
    packages: [...['node:fs', 'node:http', 'node:net', 'node:stream', 'node:timers/promises', 'node:zlib']],
    because:
      'it opens sockets to a vendor, for somebody else’s requests; they go the way of a target and are judged as observed',
  },
  reporters: {
    imports: ['model'],
    packages: [
      'fast-string-width',
      'picocolors',
      'preact',
      'preact/',
      'preact-render-to-string',
      'xmlbuilder2',
      'yaml',
      'node:crypto',
    ],
    because: 'the page names the hash of its own styles',
  },
  library: {
    imports: [
      ...[
        'contracts',
        'errors',
        'judges',
        'load',
        'mock',
        'model',
        'observed',
        'own-checks',
        'pacts',
        'plan',
      ],
      ...['privacy', 'reporters', 'run', 'verdict'],
    ],
    packages: ['vitest'],
    because: 'it is the same flow for somebody’s own tests, and its matcher and fixture are Vitest’s',
  },
  cli: {
    imports: [
      ...[
        'contracts',
        'diagnosis',
        'documents',
        'drift',
        'effects',
        'errors',
        'explain',
        'judges',
        'library',
        'load',
        'mock',
        'model',
        'observed',
        'own-checks',
        'recordings',
        'plan',
        'privacy',
        'proxy',
      ],
      ...['reporters', 'run', 'states', 'targets', 'threads', 'verdict', 'pacts', 'broker'],
    ],
    packages: [
      ...['@clack/prompts', 'commander', 'diff', 'fast-string-width', 'yaml', 'ora', 'picocolors'],
      'node:crypto',
      ...['node:events', 'node:fs', 'node:os', 'node:path', 'node:stream', 'node:stream/promises'],
    ],
  },
};

/** Pact's verifier in its process, and the gateway that shows it what was recorded: judging that needs a machine. */
export const CONTRACT_MACHINERY: Readonly<Record<string, readonly string[]>> = {
  'src/judges/contract/pact-matcher.ts': ['node:fs', 'node:os', 'node:path'],
  'src/judges/contract/replay-gateway.ts': ['node:crypto', 'node:http', 'node:net'],
  'src/judges/contract/verifier-child.ts': ['@pact-foundation/pact-core'],
  'src/judges/contract/verifier-process.ts': ['node:child_process', 'node:module', 'node:os', 'node:url'],
};

const REGISTERED: Readonly<Record<string, string>> = {
  checks: 'judges',
  commands: 'cli',
  contracts: 'contracts',
  'mock-vendors': 'mock',
  'page-script': 'reporters',
  reporters: 'reporters',
  targets: 'targets',
};

export function roomOf(path: string): string {
  const generated = /^src\/generated\/(.+)\.ts$/.exec(path)?.[1];
  if (generated !== undefined) return REGISTERED[generated] ?? 'types';
  const [top = '', below = ''] = path.split('/');
  return top === 'src' ? below : top;
}
