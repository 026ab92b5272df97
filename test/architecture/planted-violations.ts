// For each rule, files that break it when they are added to the tree.

export interface PlantedViolation {
  readonly files: Readonly<Record<string, string>>;
  readonly complaint: RegExp;
}

const file = (path: string, text: string, complaint: RegExp): PlantedViolation => ({
  files: { [path]: text },
  complaint,
});

export const PLANTED: Readonly<Record<string, readonly PlantedViolation[]>> = {
  'every file is in a room': [file('src/attic/box.ts', '', /attic\/box\.ts: no room/)],
  'rooms import what they may': [
    file(
      'src/model/door.ts',
      "import '../errors/catalogue.ts';",
      /model\/door\.ts may not import src\/errors/,
    ),
    file('src/reporters/door.ts', "export * from '../run/progress.ts';", /may not import src\/run\/progress/),
    file(
      'src/judges/door.ts',
      "const late = import('../verdict/exit-code.ts');",
      /may not import src\/verdict/,
    ),
    file('src/load/door.ts', "import type { Target } from '../targets/target-factory.ts';", /may not import/),
    file('contracts/door.ts', "import '../src/load/load-suite.ts';", /may not import src\/load/),
  ],
  'rooms bring in what they may': [
    file('src/judges/checks/clock.ts', "import { readFileSync } from 'node:fs';", /may not import node:fs/),
    file('src/judges/socket.ts', "import { request } from 'undici';", /may not import undici/),
    file('src/model/hash.ts', "import { createHash } from 'node:crypto';", /may not import node:crypto/),
    file('src/plan/verify.ts', "import '@pact-foundation/pact-core';", /may not import @pact-foundation/),
    file('contracts/pact.ts', "import { Matchers } from '@pact-foundation/pact';", /may not import/),
  ],
  'imports lead somewhere': [file('src/model/door.ts', "import './nowhere.ts';", /src\/model\/nowhere\.ts/)],
  'no circle of files': [
    {
      files: {
        'src/model/egg.ts': "import './hen.ts';",
        'src/model/hen.ts': "import type { Egg } from './egg.ts';",
      },
      complaint: /src\/model\/egg\.ts → src\/model\/hen\.ts → src\/model\/egg\.ts/,
    },
  ],
  'no circle of rooms': [
    file(
      'src/schema/door.ts',
      "import '../judges/obstacle.ts';",
      /judges → schema → judges|schema → judges → schema/,
    ),
  ],
  'no vendor is named': [
    file('src/judges/rule.ts', '// Acquire answers in another way.', /speaks of acquire/),
    file('src/cli/hint.ts', "export const hint = 'genesys.inviteAgentToChat';", /speaks of genesys/),
    file('src/plan/rocketchat-order.ts', '', /speaks of rocketchat/),
    file('src/plan/order.ts', '// as Rocket.Chat has it', /speaks of Rocket\.Chat/),
  ],
  'only the command prints and ends': [
    file('src/run/log.ts', "console.error('done');", /uses console\.error/),
    file('src/verdict/stop.ts', 'process.exit(1);', /uses process\.exit/),
    file('src/targets/show.ts', "process.stdout.write('');", /uses process\.stdout/),
    file('src/load/show.ts', "process['stderr'].write('');", /uses process\.stderr/),
  ],
  'what judges and shows has no clock and no dice': [
    file('src/judges/checks/late.ts', 'const now = Date.now();', /uses Date\.now/),
    file('src/verdict/late.ts', 'const now = new Date();', /uses new Date/),
    file('src/judges/lucky.ts', 'const luck = Math.random();', /uses Math\.random/),
    file('src/schema/slow.ts', 'const started = performance.now();', /uses performance\.now/),
  ],
  'types are strict': [
    file('src/model/loose.ts', 'export const one: any = 1;', /has any/),
    file('src/model/sure.ts', 'export const one = map.get(1)!;', /has map\.get\(1\)!/),
    file('src/model/cast.ts', 'export const one = two as unknown as string;', /has as … as/),
    file('src/model/old.ts', 'export const one = <string>two;', /angle brackets/),
    file('src/model/quiet.ts', '// @ts-ignore\nexport const one: string = 1;', /has @ts-ignore/),
    file('src/model/calm.ts', '// biome-ignore lint: never mind\nexport const one = 1;', /has biome-ignore/),
  ],
  'files are named for what they hold': [
    file('src/model/runState.ts', '', /not in kebab case/),
    file('src/load/spec_reader.ts', '', /not in kebab case/),
    file('src/load/load-utils.ts', '', /does not say/),
    file('src/run/helpers.ts', '', /does not say/),
    file('src/targets/target-manager.ts', '', /does not say/),
    file('contracts/common.ts', '', /does not say/),
  ],
  'no file is too long': [file('src/run/story.ts', '\n'.repeat(251), /has 251 lines/)],
};
