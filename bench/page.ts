// What the page of a very large run costs, beside the same report as JSON; `bench.ts` bundles and runs it.
import { readFileSync } from 'node:fs';
import type { Report } from '../src/model/report.ts';
import html from '../src/reporters/html.reporter.tsx';
import { largeReport } from './large-report.ts';
import { compare } from './ratio.ts';

const ROUNDS = 5;
const OPTIONS = { colour: false, columns: 100 };

const report = largeReport(JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as Report);
const json = () => JSON.stringify(report);
const page = () => html.render(report, OPTIONS);
const megabytes = (text: string) => `${(text.length / 1_000_000).toFixed(1)} MB`;

console.log(await compare(`  page of ${report.totals.planned} cases / JSON.stringify`, ROUNDS, page, json));
console.log(`  ${megabytes(page())} of page, ${megabytes(json())} of JSON`);
