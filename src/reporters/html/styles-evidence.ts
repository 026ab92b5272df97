/** Operations, findings and the exchanges under them. */
export const evidenceStyles = `
.operation { background: var(--card); border: 1px solid var(--line); border-left: 4px solid var(--tone); border-radius: 8px; padding: 1.1rem clamp(1rem, 3vw, 1.5rem); margin-top: 1rem; }
.operation > header { display: flex; flex-wrap: wrap; gap: 0.35rem 0.85rem; align-items: center; }
.operation > * + * { margin-top: 0.45rem; }
h3 { font-size: 1.15rem; line-height: 1.35; }
.finding h3 { display: inline; }
h3 a, h4 a { color: inherit; text-decoration: none; }
h3 a:hover, h4 a:hover { text-decoration: underline; }
h4 { font-size: 1rem; }
h5 { font-size: 0.8125rem; font-weight: 600; color: var(--quiet); }
.start-line code { font-size: inherit; }

.finding { background: var(--card); border: 1px solid var(--line); border-left: 4px solid var(--tone); border-radius: 8px; margin-top: 0.75rem; }
.finding > summary { display: grid; gap: 0.25rem; padding: 0.85rem clamp(1rem, 3vw, 1.4rem); list-style: none; border-radius: 6px; }
.finding > summary::-webkit-details-marker { display: none; }
.finding > summary:hover { text-decoration: none; background: var(--page); }
.finding > summary h3 { font-size: 1.125rem; line-height: 1.35; }
.finding > summary h3::before { content: "▸"; display: inline-block; width: 1.1em; color: var(--quiet); font-weight: 400; }
.finding[open] > summary h3::before { content: "▾"; }
.finding .difference { color: var(--soft); padding-left: 1.25rem; overflow-wrap: anywhere; }
.finding[open] .difference { display: none; }
.finding > :not(summary):not(.anchor) { margin-inline: clamp(1rem, 3vw, 1.4rem); }
.finding > :last-child { margin-bottom: 0.75rem; }
.finding .next { margin-top: 0; font-size: 1.0625rem; padding-left: 1.25rem; }
.anchor { display: block; height: 0; scroll-margin-top: 6.5rem; }
.evidence { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr) minmax(0, 1.25fr); gap: 0.75rem; margin-top: 0.9rem; }
.column { background: var(--page); border: 1px solid var(--line); border-top: 3px solid var(--edge); border-radius: 6px; padding: 0.6rem 0.85rem 0.8rem; min-width: 0; }
.column.documented { border-top-color: var(--link); }
.column.relied-on { border-top-color: var(--unknown); }
.column.observed { border-top-color: var(--tone); }
.column h4 { font-size: 0.8125rem; color: var(--quiet); font-weight: 600; }
.column > * + * { margin-top: 0.5rem; }
.column .code { background: var(--card); padding: 0.45rem 0.6rem; font-size: 0.8125rem; }
.column .quote { font-size: 0.75rem; background: var(--card); }
.column p.quiet, .column .reasons, .column .cited { font-size: 0.875rem; }
.reasons { padding-left: 1.1rem; }
.evidence .key { color: var(--soft); }
mark.wanted { background: var(--info-tint); color: var(--link); box-shadow: inset 0 0 0 1px var(--link); }
.actions { display: flex; flex-wrap: wrap; gap: 0.5rem; margin-top: 0.85rem; }
.hand-over > .actions + .fold { margin-top: 0.75rem; }
.causes { list-style: none; padding: 0; margin-top: 0.6rem; display: grid; gap: 0.35rem; }
.causes li { display: grid; grid-template-columns: 5rem minmax(0, 1fr); }
.causes li > .pill { justify-self: start; align-self: start; }
@media screen and (max-width: 60rem) { .evidence { grid-template-columns: minmax(0, 1fr); } }
.value { white-space: pre-wrap; margin-top: 0.15rem; }
.quote { margin-top: 0.4rem; padding: 0.45rem 0.75rem; border-left: 3px solid var(--line); background: var(--page); white-space: pre-wrap; overflow-wrap: anywhere; }
.quote .line { display: block; padding-left: 3.5em; text-indent: -3.5em; }
.quote .number { text-indent: 0; display: inline-block; min-width: 2.5em; margin-right: 1em; text-align: right; color: var(--quiet); user-select: none; }

summary { cursor: pointer; padding-block: 0.35rem; }
summary:hover { text-decoration: underline; text-underline-offset: 0.15em; text-decoration-thickness: 1px; }
.fold { border-top: 1px solid var(--line); padding-top: 0.25rem; }
.operation > .fold { margin-top: 0.35rem; }
.operation > :not(.fold) + .fold { margin-top: 0.9rem; }
.fold[open] { padding-bottom: 0.75rem; }
.fold > summary { font-weight: 500; }
.fold section + section { margin-top: 1rem; }
.exchange { border: 1px solid var(--line); border-radius: 6px; padding: 0.25rem 0.9rem; margin-top: 0.5rem; }
.exchange > p { scroll-margin-top: 3.5rem; }
.exchange[open] { padding-bottom: 0.9rem; }
.exchange .pill { margin-left: 0.6rem; }
.message { margin-top: 0.9rem; }
.message > * + * { margin-top: 0.3rem; }
.headers { list-style: none; padding: 0; }
.headers .key, .code .key { color: var(--soft); }
.notifications { padding-left: 1.4rem; }
.notifications li + li { margin-top: 0.75rem; }
.code { background: var(--page); border: 1px solid var(--line); border-radius: 6px; padding: 0.6rem 0.85rem; white-space: pre-wrap; overflow-wrap: anywhere; line-height: 1.5; }
.code .line { unicode-bidi: isolate; }
mark { background: var(--bad-tint); color: var(--bad); border-radius: 3px; padding: 0 0.2em; box-shadow: inset 0 0 0 1px var(--bad); }
.piece pre { user-select: all; }
.note { color: var(--tone); }
.reading { padding-top: 0.5rem; }
.reading ul { padding-left: 1.25rem; margin-block: 0.3rem; }
.cases th { width: 40%; }
@media screen and (max-width: 64rem) { .cases th { width: auto; } }
@media print, (min-width: 64.01rem) {
  .claims { table-layout: fixed; }
  .claims th:nth-child(1) { width: 44%; }
  .claims th:nth-child(2) { width: 5rem; }
  .claims th:nth-child(3) { width: 26%; }
}
`;
