import { chartStyles } from './styles-charts.ts';
import { colourStyles } from './styles-colours.ts';
import { controlStyles } from './styles-controls.ts';
import { evidenceStyles } from './styles-evidence.ts';

const layoutStyles = `
*, *::before, *::after { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; --bar: 0px; scroll-padding-top: calc(var(--bar) + 0.75rem); }
[hidden] { display: none !important; }
body { margin: 0; background: var(--page); color: var(--ink); font: 16px/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", sans-serif; }
code, pre, .value, .start-line { font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, "Liberation Mono", monospace; font-size: 0.875em; }
a { color: var(--link); text-underline-offset: 0.15em; text-decoration-thickness: 1px; }
a:hover { text-decoration-thickness: 2px; }
:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; border-radius: 2px; }
h1, h2, h3, .because { text-wrap: balance; }
p { text-wrap: pretty; }
h1, h2, h3, h4, h5, p, ul, ol, dl, dd, figure, pre { margin: 0; }
code, p, li, dd, h3, h4, summary { overflow-wrap: anywhere; }
td, th, td code, th code { overflow-wrap: break-word; }
.cases th code, .cases .name, .claims th[scope=row], .claims a, .claims .quiet, .documents th[scope=row], .documents .quiet { overflow-wrap: anywhere; }
.width, main, footer { max-width: 80rem; margin-inline: auto; padding-inline: clamp(1rem, 4vw, 2.5rem); }
.quiet { color: var(--quiet); font-weight: 400; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.skip { position: absolute; left: -999rem; }
.skip:focus { left: 1rem; top: 1rem; background: var(--card); padding: 0.5rem 1rem; }

.verdict { background: var(--tint); border-top: 6px solid var(--tone); border-bottom: 1px solid var(--line); padding-block: 2.25rem 1.75rem; }
.verdict .width > * + * { margin-top: 0.75rem; }
h1 { font-size: clamp(2rem, 5vw, 3rem); line-height: 1.1; letter-spacing: -0.02em; color: var(--tone); }
h1 .word { display: inline-block; }
h1 .word::first-letter { text-transform: uppercase; }
.glyph { display: inline-block; margin-right: 0.35em; font-weight: 400; }
.verdict .because { font-size: 1.2rem; line-height: 1.45; max-width: 64rem; font-weight: 500; }
main { padding-block: 1rem 2rem; }
main > section { margin-top: 2.5rem; }
main > section:first-child { margin-top: 1.25rem; }
h2 { font-size: 1.35rem; letter-spacing: -0.01em; margin-bottom: 0.85rem; }
footer { color: var(--quiet); font-size: 0.875rem; padding-block: 1.25rem 2.5rem; border-top: 1px solid var(--line); }

.bar svg { display: block; width: 100%; height: 8px; border-radius: 4px; }
.bar figcaption { display: flex; flex-wrap: wrap; gap: 0.25rem 1.25rem; margin-top: 0.4rem; font-size: 0.875rem; color: var(--soft); }
.bar .key { display: inline-block; width: 0.65em; height: 0.65em; border-radius: 2px; margin-right: 0.45em; }

.facts { display: grid; gap: 0.3rem; }
.facts > div { display: grid; grid-template-columns: 7.5rem minmax(0, 1fr); gap: 0.75rem; }
.facts dt { color: var(--quiet); }
.list { display: grid; grid-template-columns: max-content minmax(0, 1fr); list-style: none; padding: 0; background: var(--card); border: 1px solid var(--line); border-radius: 8px; }
.list li { display: grid; grid-column: 1 / -1; grid-template-columns: subgrid; gap: 1.25rem; padding: 0.6rem 1rem; border-top: 1px solid var(--line); }
p + .list, p + .fold, .chart, .list + p { margin-top: 0.75rem; }
.list li:first-child { border-top: 0; }
.tags { display: flex; flex-wrap: wrap; gap: 0.4rem; align-items: center; align-content: flex-start; }
.pill { display: inline-block; white-space: nowrap; padding: 0.05rem 0.5rem; border-radius: 99px; border: 1px solid var(--line); font-size: 0.8125rem; line-height: 1.5; color: var(--soft); background: var(--card); }
.fields { padding-left: 1.25rem; margin-block: 0.5rem 0.75rem; }

table { border-collapse: collapse; width: 100%; font-size: 0.9375rem; }
th, td { text-align: left; vertical-align: top; padding: 0.5rem 0.85rem 0.5rem 0; border-top: 1px solid var(--line); font-weight: 400; }
thead th { border-top: 0; color: var(--quiet); font-size: 0.8125rem; padding-top: 0; }
.matrix tbody th[scope=row] { font-weight: 600; }
.matrix .vendor th { padding-top: 1.15rem; border-top: 0; font-size: 0.8125rem; color: var(--quiet); letter-spacing: 0.04em; }
.matrix thead th:last-child, .matrix td:last-child { text-align: right; padding-right: 0; }
@media (min-width: 72.01rem) { .slim wbr { display: none; } .slim th[scope=row] a { white-space: nowrap; } }
.documents td:nth-child(5) { white-space: nowrap; }
@media screen and (max-width: 64rem) { .slim th, .slim td { padding-right: 0.6rem; } .slim { font-size: 0.875rem; } .slim .pill { padding-inline: 0.4rem; font-size: 0.75rem; } }
.counts { display: flex; flex-wrap: wrap; gap: 0 0.7rem; }
.count { white-space: nowrap; }
tr:target > *, tr.is-target > *, .exchange :target, .operation:target > header, .operation.is-target > header, .finding.is-target > summary { background: var(--hit); }
.finding:has(> :target) > summary { background: var(--hit); }

@media screen and (max-width: 46rem) {
  .list, .facts > div { grid-template-columns: minmax(0, 1fr); }
  .list li, .facts > div { gap: 0.15rem; }
  .facts { gap: 0.6rem; }
}
`;

/** A table whose rows are cards, for want of width: each cell says its column. */
const stacked = (table: string) => `
  ${table} thead { display: none; }
  ${table}, ${table} :is(tbody, tr, th, td) { display: block; border: 0; padding: 0; text-align: left; }
  ${table} tr { border-top: 1px solid var(--line); padding-block: 0.6rem; }
  ${table} td { display: grid; grid-template-columns: 7.5rem minmax(0, 1fr); gap: 0.75rem; justify-items: start; margin-top: 0.15rem; }
  ${table} td::before { content: attr(data-label); color: var(--quiet); }
`;
const inPairs = (table: string) => `
  ${table} tr { display: grid; grid-template-columns: 1fr 1fr; column-gap: 2rem; }
  ${table} tr > th { grid-column: 1 / -1; }
`;

/** Tables of short cells stay tables for longer. */
const tableStyles = `
@media screen and (max-width: 72rem) {${stacked('table:not(.slim)')}}
@media screen and (min-width: 36rem) and (max-width: 72rem) {${inPairs('table:not(.slim)')}}
@media screen and (max-width: 52rem) {${stacked('table.slim')}
  table.slim tr.vendor { border: 0; padding-bottom: 0; }
  table.matrix tr:not(.vendor) { display: flex; flex-wrap: wrap; gap: 0.2rem 0.9rem; align-items: baseline; }
  table.matrix tr > th { flex: 1 0 auto; max-width: 100%; }
  table.matrix td { display: inline-flex; gap: 0.4rem; align-items: baseline; margin-top: 0; }
  table.matrix td:nth-child(2)::before { content: none; }
  table.slim td.none { display: none; }
}
@media screen and (min-width: 36rem) and (max-width: 52rem) {${inPairs('table.slim:not(.matrix)')}}
`;

const printStyles = `
@media print {
  html { font-size: 11px; }
  body { background: none; font-size: 1rem; }
  .bar .key { print-color-adjust: exact; }
  .skip, .toolbar, dialog, .needs-script, .piece { display: none !important; }
  .verdict { background: none; padding-top: 0; }
  .width, main, footer { max-width: none; padding-inline: 0; }
  .finding, .operation { break-inside: auto; box-shadow: none; }
  .finding[open] .difference, .finding .difference { display: none; }
  /* What tells the causes is open on paper; bulky evidence only where its reader opened it. */
  .finding::details-content, .finding .fold::details-content, .reading::details-content { content-visibility: visible; }
  .list li, tr, .reading, .column, .next { break-inside: avoid; }
  h2, h3, h4, summary, .next, .anchor { break-after: avoid; }
  a { color: inherit; text-decoration: none; }
}
`;

/** The whole style sheet; the page's policy knows it by its hash. */
export const styles: string = [
  layoutStyles,
  evidenceStyles,
  controlStyles,
  tableStyles,
  chartStyles,
  colourStyles,
  printStyles,
].join('');
