/** Each ink keeps a contrast of at least 4.5 on the page, a card and its own tint. */
const LIGHT = `
  --page: #f7f7f5; --card: #ffffff; --ink: #1c1f23; --soft: #464c54; --quiet: #5c636d; --line: #dcdee2; --edge: #8a919b; --link: #1a5fb4; --hit: #fff6dc;
  --good: #17693a; --good-tint: #edf7f0; --warn: #8a5300; --warn-tint: #fdf5e6; --bad: #b3261e; --bad-tint: #fdf0ee; --unknown: #6a3fa0; --unknown-tint: #f5f0fb; --info-tint: #eef4fc;
  --bar-good: #2e9e5b; --bar-warn: #d99a2b; --bar-bad: #d64a3f; --bar-unknown: #8e63c7; --bar-skip: #b9bec6; --bar-idle: #d9dce1;
`;
const DARK = `
  --page: #14171a; --card: #1b1f23; --ink: #e9ebed; --soft: #c3c8ce; --quiet: #9ba2ab; --line: #32373d; --edge: #727a84; --link: #84b8ff; --hit: #2f2a12;
  --good: #6fce95; --good-tint: #15251b; --warn: #e9b458; --warn-tint: #2a2213; --bad: #ff8f85; --bad-tint: #2d1917; --unknown: #c9a5f7; --unknown-tint: #231a2e; --info-tint: #16212e;
  --bar-good: #3d9c62; --bar-warn: #b98527; --bar-bad: #d95d52; --bar-unknown: #9b75d0; --bar-skip: #666d76; --bar-idle: #3d434a;
`;

/** Every colour of the page; the reader's system chooses until the reader does. */
export const colourStyles = `
:root { color-scheme: light dark; ${LIGHT} }
@media (prefers-color-scheme: dark) { :root:not([data-theme]) { ${DARK} } }
:root[data-theme=light] { color-scheme: light; }
:root[data-theme=dark] { color-scheme: dark; ${DARK} }
@media print { :root:root:root { color-scheme: light; ${LIGHT} } }
.is-conformant { --tone: var(--good); --tint: var(--good-tint); }
.is-deviating { --tone: var(--warn); --tint: var(--warn-tint); }
.is-nonconformant { --tone: var(--bad); --tint: var(--bad-tint); }
.is-unproven { --tone: var(--unknown); --tint: var(--unknown-tint); }
.pill.verdict-conformant { color: var(--good); background: var(--good-tint); border-color: currentcolor; }
.pill.verdict-deviating { color: var(--warn); background: var(--warn-tint); border-color: currentcolor; }
.pill.verdict-nonconformant { color: var(--bad); background: var(--bad-tint); border-color: currentcolor; }
.pill.verdict-unproven { color: var(--unknown); background: var(--unknown-tint); border-color: currentcolor; }
.pill.standing-kept { color: var(--good); background: var(--good-tint); border-color: currentcolor; }
.pill.standing-broken { color: var(--bad); background: var(--bad-tint); border-color: currentcolor; }
.pill.standing-unproven { color: var(--unknown); background: var(--unknown-tint); border-color: currentcolor; }
.level-must { --tone: var(--bad); --tint: var(--bad-tint); }
.level-should { --tone: var(--warn); --tint: var(--warn-tint); }
.level-may { --tone: var(--link); --tint: var(--card); }
.pill.level-must, .pill.level-should, .pill.level-may { color: var(--tone); background: var(--tint); border-color: currentcolor; font-weight: 600; }
.outcome-passed { color: var(--good); }
.outcome-failed { color: var(--bad); font-weight: 600; }
.outcome-errored, .outcome-not-run { color: var(--unknown); font-weight: 600; }
.outcome-waived { color: var(--warn); font-weight: 600; }
.finding.is-waived { --tone: var(--edge); --tint: var(--page); }
.outcome-not-applicable { color: var(--quiet); }
.claim-confirmed { color: var(--good); }
.claim-contradicted { color: var(--bad); font-weight: 600; }
.claim-not-observed { color: var(--unknown); font-weight: 600; }
.claim-untestable { color: var(--quiet); }
.pill.outcome-waived, .pill.outcome-failed, .pill.outcome-errored, .pill.outcome-not-run { border-color: currentcolor; }
.cell-conformant { fill: var(--good-tint); stroke: var(--good); } .cell-conformant + .sign { fill: var(--good); }
.cell-deviating { fill: var(--warn-tint); stroke: var(--warn); } .cell-deviating + .sign { fill: var(--warn); }
.cell-nonconformant { fill: var(--bad-tint); stroke: var(--bad); } .cell-nonconformant + .sign { fill: var(--bad); }
.cell-unproven { fill: var(--unknown-tint); stroke: var(--unknown); } .cell-unproven + .sign { fill: var(--unknown); }
.fill-passed { fill: var(--bar-good); } .back-passed { background: var(--bar-good); }
.fill-failed { fill: var(--bar-bad); } .back-failed { background: var(--bar-bad); }
.fill-waived { fill: var(--bar-warn); } .back-waived { background: var(--bar-warn); }
.fill-errored { fill: var(--bar-unknown); } .back-errored { background: var(--bar-unknown); }
.fill-not-run { fill: var(--bar-skip); } .back-not-run { background: var(--bar-skip); }
.fill-not-applicable { fill: var(--bar-idle); } .back-not-applicable { background: var(--bar-idle); }
`;
