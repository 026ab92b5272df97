/** Pictures of numbers, each inside a row of a table that says the same in words. */
export const chartStyles = `
.chart { margin: 0; }
.chart svg { display: block; overflow: visible; }
.chart .axis { stroke: var(--line); }
.chart .dot { fill: var(--link); fill-opacity: 0.4; }
.chart .middle { stroke: var(--ink); stroke-width: 2; }
.chart .sign { font: 700 11px system-ui, sans-serif; text-anchor: middle; }
.chart .cell-none { fill: none; stroke: var(--line); }
.chart .cell-none + .sign { fill: var(--quiet); }
.chart .cell-differed { fill: var(--bad-tint); } .chart .cell-differed + .sign { fill: var(--bad); }
.chart .cell-same { fill: var(--info-tint); }
.trend .field > * { border-top: 0; padding-top: 0; }
.trend .field th { padding-left: 1rem; color: var(--soft); }
.trend td:last-child { font-size: 0.875rem; }
.trend th { overflow-wrap: anywhere; }
@media print, (min-width: 52.01rem) { .trend { table-layout: fixed; } .trend th:nth-child(2) { width: 50%; } .trend th:nth-child(3) { width: 25%; } }
@media screen and (max-width: 52rem) { .trend td:empty { display: none; } }
.chart figcaption { margin-top: 0.5rem; font-size: 0.875rem; color: var(--quiet); }
.chart .strip { max-width: 100%; height: auto; }
.times .dots { width: 45%; }
.times td { font-variant-numeric: tabular-nums; white-space: nowrap; }
.change-new { color: var(--bad); background: var(--bad-tint); border-color: currentcolor; font-weight: 600; }
.change-changed { color: var(--warn); background: var(--warn-tint); border-color: currentcolor; font-weight: 600; }
.change-fixed { color: var(--good); background: var(--good-tint); border-color: currentcolor; font-weight: 600; }
.change-gone { color: var(--unknown); background: var(--unknown-tint); border-color: currentcolor; font-weight: 600; }
.changes { margin-top: 0.75rem; }
@media print, (min-width: 52.01rem) { .times td:nth-child(n+3), .times th:nth-child(n+3) { text-align: right; } }
@media screen and (max-width: 52rem) { .times .dots { width: auto; justify-items: stretch; } .trend tr:nth-child(n) { display: block; } }
`;
