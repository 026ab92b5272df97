import type { BrokerAccess } from '../broker/broker-access.ts';
import { findPactClient, type PactClient } from '../broker/pact-client.ts';
import { type JudgedPact, publishResults } from '../broker/publish-results.ts';
import { resultOf } from '../broker/verification-results.ts';
import { userErrors } from '../errors/catalogue.ts';
import { contracts } from '../generated/contracts.ts';
import { openSuite } from '../load/open-suite.ts';
import { readDataFile } from '../load/read-data-file.ts';
import type { Contract } from '../model/contract.ts';
import { isJsonObject } from '../model/json.ts';
import type { Report } from '../model/report.ts';
import { EXIT } from '../verdict/exit-code.ts';
import { type BrokerOptions, readBrokerCredentials } from './broker-options.ts';
import type { SuiteOptions } from './commands/suite-options.ts';
import { readReport } from './read-report.ts';
import { TOOL_NAME, toolVersion } from './tool-version.ts';

export interface BrokerPublishOptions extends BrokerOptions, Partial<SuiteOptions> {
  readonly brokerBaseUrl: string;
  readonly consumerVersion: string;
  readonly branch?: string;
  readonly tag: readonly string[];
  readonly report?: string;
  readonly providerVersion?: string;
}

/** Publishes our pacts as those of this version of the consumer, and with a report what it has shown of each pact. */
export async function brokerPublish(options: BrokerPublishOptions): Promise<number> {
  const access = accessOf(options);
  const report = options.report === undefined ? undefined : reportToShare(options.report);
  const { suite } = await openSuite(contracts, options);
  const client = findPactClient(process.cwd());
  const files = [...new Set(suite.contracts.map(({ file }) => file))];
  const version = ['--consumer-app-version', options.consumerVersion];
  tell(await client.broker(access, ['publish', ...files, ...version, ...marksOf(options)]));
  if (report === undefined) return EXIT.gateMet;
  const providerVersion = options.providerVersion ?? report.run.id;
  const pacts = [...ownPacts(report, suite.contracts), ...broughtPacts(report)];
  const tool = { name: TOOL_NAME, version: toolVersion() };
  for (const vendor of new Set(report.operations.map((one) => one.vendor)))
    await markVersion(client, access, ['--pacticipant', vendor, '--version', providerVersion], options);
  for (const line of await publishResults(access, { pacts, providerVersion, tool })) tell(`${line}\n`);
  return EXIT.gateMet;
}

function accessOf(options: BrokerPublishOptions): BrokerAccess {
  const { brokerBaseUrl } = options;
  if (!/^https?:\/\/[^@]+$/.test(brokerBaseUrl) || !URL.canParse(brokerBaseUrl))
    throw userErrors.optionInvalid('--broker-base-url', '…', 'an address without credentials in it');
  return { url: brokerBaseUrl, credentials: readBrokerCredentials(options) };
}

/** Pact's client takes all tags in one argument. */
function marksOf({ branch, tag }: BrokerPublishOptions): readonly string[] {
  return [
    ...(branch === undefined ? [] : ['--branch', branch]),
    ...(tag.length === 0 ? [] : ['--tag', tag.join(',')]),
  ];
}

function reportToShare(file: string): Report {
  const report = readReport(file);
  if (report.target.kind === 'mock') throw userErrors.resultsOfMock(file);
  return report;
}

/** What was judged of a vendor is on the same branch, and has the same tags. */
async function markVersion(
  client: PactClient,
  access: BrokerAccess,
  subject: readonly string[],
  { branch, tag }: BrokerPublishOptions,
): Promise<void> {
  if (branch !== undefined)
    tell(await client.broker(access, ['create-or-update-version', ...subject, '--branch', branch]));
  for (const one of tag)
    tell(
      await client.broker(access, ['create-version-tag', ...subject, '--auto-create-version', '--tag', one]),
    );
}

/** Those that come with the tool: whoever publishes them publishes what stands in their files. */
function ownPacts(report: Report, all: readonly Contract[]): readonly JudgedPact[] {
  const files = [...new Set(all.map(({ file }) => file))];
  return files.flatMap((file) => {
    const written = all.filter((contract) => contract.file === file);
    const [first] = written;
    if (first === undefined) return [];
    const { consumer, vendor } = first;
    const data = readDataFile(file);
    const interactions = isJsonObject(data) ? data['interactions'] : undefined;
    const operations = written.map(({ operation }) => operation);
    const result = resultOf(report, consumer, vendor, operations, 0);
    return [{ consumer, provider: vendor, url: undefined, interactions, result }];
  });
}

function broughtPacts(report: Report): readonly JudgedPact[] {
  return (report.pacts ?? [])
    .filter(({ from }) => /^https?:/.test(from))
    .map(({ consumer, vendor, from, operations, unjudged }) => ({
      ...{ consumer, provider: vendor, url: from, interactions: undefined },
      result: resultOf(report, consumer, vendor, operations, unjudged),
    }));
}

function tell(text: string): void {
  process.stdout.write(text);
}
