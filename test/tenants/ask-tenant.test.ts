// The questions, answered by keys as a person would press them.
import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { type Answered, askTenant } from '../../src/cli/ask-tenant.ts';
import type { TenantDraft } from '../../src/cli/tenant-draft.ts';
import { vendorNeeds } from '../../src/cli/vendor-needs.ts';
import { suite } from '../fixtures/committed-suite.ts';

const known = suite.specs.map((spec) => vendorNeeds({ suite, recipes: [] }, spec));
const NOTHING: Answered = { name: undefined, environment: undefined, vendors: [] };
const ENTER = '\r';
const DOWN = '\u001b[B';
const CANCEL = '\u0003';
const BACK = '\u007f';

interface Line {
  readonly asked: RegExp;
  readonly pressed: readonly string[];
}

/** Once that is asked, these keys are pressed. */
const on = (asked: RegExp, ...pressed: readonly string[]): Line => ({ asked, pressed });

const keysOf = (text: string): readonly string[] => (text === DOWN ? [text] : [...text]);

interface Dialogue {
  readonly draft: TenantDraft | undefined;
  readonly shown: string;
}

/** Presses the keys of each line once its question has been shown. */
async function answer(answered: Answered, lines: readonly Line[]): Promise<Dialogue> {
  const input = new PassThrough();
  const output = new PassThrough();
  const asked = askTenant(known, answered, { input, output });
  const rest = [...lines];
  let shown = '';
  let fresh = '';
  output.on('data', (chunk: Buffer) => {
    shown += chunk.toString('utf8');
    fresh += chunk.toString('utf8');
    const [next] = rest;
    if (next?.asked.test(fresh) !== true) return;
    rest.shift();
    fresh = '';
    // One key after the other: a person presses no two at once.
    setImmediate(() => {
      for (const key of next.pressed.flatMap(keysOf)) input.write(key);
    });
  });
  const draft = await asked;
  expect(rest).toEqual([]);
  return { draft, shown };
}

const erase = (text: string) => BACK.repeat(text.length);

describe('the questions of init', () => {
  it('make a draft of what was answered', async () => {
    const { draft } = await answer(NOTHING, [
      on(/Which vendors/, DOWN, DOWN, ' ', ENTER),
      on(/What kind of account/, DOWN, ENTER),
      on(/Name of the tenant/, erase('staging'), 'our-chat', ENTER),
      on(
        /rocketchat: address/,
        erase('https://rocketchat.tenant.invalid'),
        'https://chat.example.com',
        ENTER,
      ),
      on(/where is authToken/, ENTER),
      on(/where is userId/, erase('env:OUR_CHAT_ROCKETCHAT_USER_ID'), 'file:user-id', ENTER),
      on(/what may be done there/, ' ', ENTER),
    ]);
    expect(draft).toMatchObject({
      name: 'our-chat',
      environment: 'staging',
      vendors: [
        {
          needs: { vendor: 'rocketchat' },
          baseUrl: 'https://chat.example.com',
          credentials: { authToken: 'env:OUR_CHAT_ROCKETCHAT_AUTH_TOKEN', userId: 'file:user-id' },
          effects: ['creates'],
        },
      ],
    });
  });

  it('leave out what the arguments have said, and allow nothing that was not chosen', async () => {
    const vendors = known.filter(({ vendor }) => vendor === 'genesys');
    const { draft, shown } = await answer({ name: 'lab', environment: 'sandbox', vendors }, [
      on(/genesys: address/, ENTER),
      on(/where is authorization/, ENTER),
      on(/what may be done there/, ENTER),
    ]);
    expect(shown).not.toMatch(/Which vendors|What kind of account|Name of the tenant/);
    expect(draft).toMatchObject({ name: 'lab', vendors: [{ effects: [] }] });
  });

  it('are asked again when the answer is a secret instead of a reference', async () => {
    const vendors = known.filter(({ vendor }) => vendor === 'genesys');
    const suggested = 'env:LAB_GENESYS_AUTHORIZATION';
    const { draft, shown } = await answer({ name: 'lab', environment: 'sandbox', vendors }, [
      on(/genesys: address/, ENTER),
      on(/where is authorization/, erase(suggested), 'Basic Zm9vOmJhcg==', ENTER),
      on(/env:NAME in capital letters, or file:PATH, please/, erase('Basic Zm9vOmJhcg=='), 'env:AUTH', ENTER),
      on(/what may be done there/, ENTER),
    ]);
    expect(shown).toContain('env:NAME in capital letters');
    expect(draft?.vendors[0]?.credentials).toEqual({ authorization: 'env:AUTH' });
  });

  it('end at once when the person has had enough', async () => {
    const { draft } = await answer(NOTHING, [
      on(/Which vendors/, ' ', ENTER),
      on(/What kind of account/, CANCEL),
    ]);
    expect(draft).toBeUndefined();
  });
});
