import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { userErrors } from '../errors/catalogue.ts';
import { contracts } from '../generated/contracts.ts';
import { describeDocument } from '../load/describe-document.ts';
import { openSuite } from '../load/open-suite.ts';
import type { VendorDocument } from '../model/spec.ts';
import { EXIT } from '../verdict/exit-code.ts';
import { describeNewFiles, replaceFile, writeNewFile } from './write-new-file.ts';

export interface NewVendorOptions {
  readonly document: string;
  readonly title?: string;
  readonly baseUrl?: string;
  readonly folder: string;
  readonly force: boolean;
}

/** Writes the spec of a vendor that has no operation yet, and lists its document. */
export async function newVendor(vendor: string, options: NewVendorOptions): Promise<number> {
  if (!/^[a-z][a-z0-9-]*$/.test(vendor))
    throw userErrors.optionInvalid('The id', vendor, 'lower-case letters, digits and hyphens');
  const specs = join(options.folder, 'specs');
  const spec = join(specs, `${vendor}.yaml`);
  const known = (await openSuite(contracts)).suite.specs.find((one) => one.vendor === vendor);
  if (known !== undefined)
    throw userErrors.nameTwice('vendor', vendor, `the ${known.file} of the package`, spec);
  const today = new Date().toISOString().slice(0, 10);
  const document = describeDocument(options.document, {
    vendor,
    title: options.title ?? vendor,
    retrieved: today,
  });
  writeNewFile(spec, renderSpec(vendor, document, options), options.force);
  const list = join(specs, 'documents.yaml');
  replaceFile(list, withDocument(list, document));
  await openSuite(contracts, { specs: [specs], onlyOwn: true });
  const next = [
    `look through ${spec}: it says what to fill in`,
    `livechat-conformance new operation ${vendor}.verbNoun --help`,
  ];
  process.stdout.write(describeNewFiles([spec, list], next));
  return EXIT.gateMet;
}

/** The list with the document in it, once; what stands there already stays as it is written. */
function withDocument(list: string, document: VendorDocument): string {
  const text = existsSync(list) ? readFileSync(list, 'utf8') : '';
  if (new RegExp(`^- id: ${document.id}$`, 'm').test(text)) return text;
  return `${text}${text === '' || text.endsWith('\n') ? '' : '\n'}${stringify([document])}`;
}

function renderSpec(
  vendor: string,
  { id, lines }: VendorDocument,
  { title = vendor, baseUrl }: NewVendorOptions,
): string {
  const servers =
    baseUrl === undefined
      ? ['# servers: the address that the paths begin below, where the document tells it.']
      : ['servers:', `  - url: ${JSON.stringify(baseUrl)}`];
  return [
    `# What the document of ${title} says, and nothing else. Each x-source names the lines that say it.`,
    'openapi: 3.1.0',
    'info:',
    `  title: ${JSON.stringify(title)}`,
    '  version: 1.0.0',
    `  x-source: { document: ${id}, lines: [1, ${lines}], strength: stated }`,
    ...servers,
    '# "livechat-conformance new operation" adds a path.',
    'paths: {}',
    '',
  ].join('\n');
}
