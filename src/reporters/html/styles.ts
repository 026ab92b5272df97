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
.cases th code, .cases .name, .claims th[scope=row], .claims a, .claims .quiet, .documents th, .documents .quiet { overflow-wrap: anywhere; }
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
.list { list-style: none; padding: 0; background: var(--card); border: 1px solid var(--line); border-radius: 8px; }
.list li { display: grid; grid-template-columns: 14.5rem minmax(0, 1fr); gap: 0.75rem; padding: 0.6rem 1rem; border-top: 1px solid var(--line); }
.list li:first-child { border-top: 0; }
.tags { display: flex; flex-wrap: wrap; gap: 0.4rem; align-items: center; align-content: flex-start; }
.pill { display: inline-block; white-space: nowrap; padding: 0.05rem 0.5rem; border-radius: 99px; border: 1px solid var(--line); font-size: 0.8125rem; line-height: 1.5; color: var(--soft); background: var(--card); }
.fields { padding-left: 1.25rem; margin-block: 0.5rem 0.75rem; }

table { border-collapse: collapse; width: 100%; font-size: 0.9375rem; }
th, td { text-align: left; vertical-align: top; padding: 0.5rem 0.85rem 0.5rem 0; border-top: 1px solid var(--line); font-weight: 400; }
thead th { border-top: 0; color: var(--quiet); font-size: 0.8125rem; padding-top: 0; }
.matrix tbody th[scope=row] { font-weight: 600; }
.matrix .vendor th { padding-top: 1.15rem; border-top: 0; font-size: 0.8125rem; color: var(--quiet); letter-spacing: 0.04em; }
.matrix thead th:nth-child(8), .matrix td:nth-child(8) { text-align: right; }
.matrix thead th:nth-child(8), .matrix td:nth-child(8) { padding-right: 1.25rem; }
.matrix th, .matrix td { padding-right: 0.6rem; }
.counts { display: flex; flex-wrap: wrap; gap: 0 0.7rem; }
.count { white-space: nowrap; }
tr:target > *, tr.is-target > *, .exchange :target, .operation:target > header, .operation.is-target > header, .finding.is-target > summary { background: var(--hit); }
.finding:has(> :target) > summary { background: var(--hit); }

@media (max-width: 46rem) {
  .list li, .facts > div { grid-template-columns: minmax(0, 1fr); gap: 0.15rem; }
  .facts { gap: 0.6rem; }
}
@media (max-width: 72rem) {
  thead { display: none; }
  table, tbody, tr, th, td { display: block; border: 0; padding: 0; text-align: left; }
  tr { border-top: 1px solid var(--line); padding-block: 0.6rem; }
  tr.vendor { border: 0; padding-bottom: 0; }
  td:nth-child(n) { display: grid; grid-template-columns: 7.5rem minmax(0, 1fr); gap: 0.75rem; text-align: left; justify-items: start; margin-top: 0.15rem; }
  td::before { content: attr(data-label); color: var(--quiet); }
}
@media (max-width: 36rem) {
  .matrix tr:not(.vendor) { display: flex; flex-wrap: wrap; gap: 0.15rem 0.9rem; align-items: baseline; }
  .matrix tr > th { flex-basis: 100%; }
  .matrix td:nth-child(n) { display: inline-flex; gap: 0.35rem; align-items: baseline; margin-top: 0; }
}
@media (min-width: 36rem) and (max-width: 72rem) {
  tr { display: grid; grid-template-columns: 1fr 1fr; column-gap: 2rem; }
  tr > th { grid-column: 1 / -1; }
}
`;

const printStyles = `
@media print {
  body { background: none; font-size: 10pt; }
  .skip, .toolbar, dialog, .needs-script, .piece { display: none !important; }
  .verdict { background: none; padding-top: 0; }
  .width, main, footer { max-width: none; padding-inline: 0; }
  .finding, .operation { break-inside: auto; box-shadow: none; }
  .finding[open] .difference, .finding .difference { display: none; }
  /* What tells the causes is open on paper; bulky evidence only where its reader opened it. */
  .finding::details-content, .finding .fold::details-content, .reading::details-content { content-visibility: visible; }
  .evidence { grid-template-columns: repeat(3, minmax(0, 1fr)); }
  .list li, tr, .reading, .column, .next { break-inside: avoid; }
  h2, h3, h4, summary { break-after: avoid; }
  a { color: inherit; text-decoration: none; }
}
`;

/** The whole style sheet; the page's policy knows it by its hash. */
export const styles: string = [
  layoutStyles,
  evidenceStyles,
  controlStyles,
  chartStyles,
  colourStyles,
  printStyles,
].join('');
