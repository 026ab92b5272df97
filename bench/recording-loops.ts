import { checks } from '../src/generated/checks.ts';
import type { Pair } from '../src/model/exchange.ts';
import type { Report } from '../src/model/report.ts';
import type { Suite } from '../src/model/suite.ts';
import { startObservation } from '../src/observed/observation.ts';
import { observeStretches } from '../src/observed/observe-stretches.ts';
import type { StretchCounter } from '../src/observed/stretch-counter.ts';
import { createMasker } from '../src/privacy/masker.ts';
import { readStretches } from '../src/recordings/read-recording.ts';
import { compileValidator } from '../src/schema/compile-validator.ts';
import type { Recorded } from './recorded-exchanges.ts';

const CHUNK_BYTES = 1024 * 1024;

/** One line each, as a recorder would write them that knows nothing of us. */
export function harEntries(recorded: readonly Recorded[]): readonly Buffer[] {
  return recorded.flatMap(({ exchange: { request, result } }) => {
    if (result.kind === 'failure' || !('text' in result.response.body)) return [];
    const { status, headers, body } = result.response;
    const sent = request.body !== undefined && 'text' in request.body ? request.body.text : undefined;
    const search = String(new URLSearchParams(request.query.map(([name, value]) => [name, value])));
    const entry = {
      time: 20,
      request: {
        ...{ method: request.method, url: `https://vendor.example${request.path}?${search}` },
        ...{ httpVersion: 'HTTP/1.1', headers: named(request.headers), queryString: named(request.query) },
        ...(sent === undefined ? {} : { postData: { mimeType: 'application/json', text: sent } }),
      },
      response: {
        ...{ status, statusText: '', httpVersion: 'HTTP/1.1', headers: named(headers) },
        content: { size: body.text.length, mimeType: 'application/json', text: body.text },
      },
    };
    return [Buffer.from(JSON.stringify(entry))];
  });
}

function named(pairs: readonly Pair[]): readonly object[] {
  return pairs.map(([name, value]) => ({ name, value }));
}

const BEGINNING = Date.parse('2026-01-01T00:00:00Z');
const APART_MS = 1000;

/** A HAR file of so many entries, one a second, which never is in memory as a whole. */
export async function* harFile(entries: readonly Buffer[], count: number): AsyncGenerator<Buffer> {
  let batch: Buffer[] = [
    Buffer.from('{"log":{"version":"1.2","creator":{"name":"mitmproxy","version":"1"},"entries":[\n'),
  ];
  let held = 0;
  for (let at = 0; at < count; at += 1) {
    const members = entries[at % entries.length]?.subarray(1) ?? Buffer.from('}');
    const started = new Date(BEGINNING + at * APART_MS).toISOString();
    batch.push(Buffer.from(`${at === 0 ? '' : ',\n'}{"startedDateTime":"${started}",`), members);
    held += members.length;
    if (held < CHUNK_BYTES) continue;
    yield Buffer.concat(batch);
    [batch, held] = [[], 0];
  }
  yield Buffer.concat([...batch, Buffer.from('\n]}}')]);
}

/** Reads, matches, judges by schema and checks, and folds whatever files are given into one report. */
export interface RecordingJudge {
  readonly judge: (file: AsyncIterable<Buffer>) => Promise<void>;
  readonly report: () => Report;
}

export function recordingJudge(suite: Suite, counter: StretchCounter): RecordingJudge {
  const masker = createMasker({ suite, secrets: [], people: 'real' });
  const ground = { suite, checks, matcher: undefined, masker };
  const observation = startObservation(ground);
  return {
    judge: (file) => observeStretches(observation, readStretches(file, 'bench.har'), ground, { counter }),
    report: () =>
      observation.report({
        tool: { name: 'bench', version: '' },
        run: { id: 'bench', startedAt: new Date(0).toISOString(), durationMs: 0, interrupted: false },
        target: { kind: 'recording', name: 'bench', faults: [] },
        gate: 'must',
      }),
  };
}

/** The least that reading and validating the same file takes: its lines, JSON.parse, and what was compiled beforehand. */
export async function bareFile(recorded: readonly Recorded[], file: AsyncIterable<Buffer>): Promise<number> {
  let rest = '';
  let valid = 0;
  let at = 0;
  for await (const chunk of file) {
    const lines = (rest + chunk.toString('utf8')).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      const known = recorded[at % recorded.length];
      if (known === undefined || !line.startsWith('{"started')) continue;
      at += 1;
      if (bareEntry(known, JSON.parse(line.replace(/,$/, '')))) valid += 1;
    }
  }
  return valid;
}

interface BareEntry {
  readonly request: { readonly postData?: { readonly text: string } };
  readonly response: { readonly status: number; readonly content: { readonly text: string } };
}

function bareEntry({ spec, operation }: Recorded, { request, response }: BareEntry): boolean {
  const asked = operation.requestSchemaPointer;
  const answered = operation.responses.find(({ status }) => status === response.status)?.schemaPointer;
  const sent: unknown = request.postData === undefined ? undefined : JSON.parse(request.postData.text);
  const came: unknown = parsed(response.content.text);
  const isAsked = asked === undefined || compileValidator(spec, asked)(sent);
  return isAsked && (answered === undefined || compileValidator(spec, answered)(came));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
