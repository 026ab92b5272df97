import type { VNode } from 'preact';
import type { CauseGroup } from '../cause-groups.ts';
import { findingAnchor } from './anchors.ts';
import { HandOverTexts, handOverKey, type HandOver as Texts } from './hand-over-texts.ts';
import { CopyButton, LinkButton } from './needs-script.tsx';

interface Piece {
  readonly id: string;
  readonly title: string;
  readonly button: string;
  readonly text: string;
}

/** What to take out of the page: buttons where scripts run, and in any case texts that one click selects. */
export function HandOver({ cause }: { readonly cause: CauseGroup }): VNode {
  const anchor = findingAnchor(cause.groups[0]);
  return (
    <HandOverTexts.Consumer>
      {(texts: ReadonlyMap<string, Texts>) => {
        const pieces = piecesOf(anchor, texts.get(handOverKey(cause.groups[0])));
        return (
          <div class="hand-over">
            <p class="actions">
              <LinkButton to={anchor} />
              {pieces.map(({ id, button }) => (
                <CopyButton key={id} of={id}>
                  {button}
                </CopyButton>
              ))}
            </p>
            {pieces.map((piece) => (
              <PieceFold key={piece.id} piece={piece} />
            ))}
          </div>
        );
      }}
    </HandOverTexts.Consumer>
  );
}

function PieceFold({ piece: { id, title, text } }: { readonly piece: Piece }): VNode {
  return (
    <details class={`fold piece ${id.split('-')[0]}`}>
      <summary>
        {title} <span class="quiet without-script">a click into it selects all</span>
      </summary>
      <pre id={id} class="code">
        {text}
      </pre>
    </details>
  );
}

function piecesOf(anchor: string, texts: Texts | undefined): readonly Piece[] {
  const pieces = [
    ['curl', 'See it happen', 'Copy curl', texts?.curl],
    ['ticket', 'Dossier for the vendor', 'Copy ticket', texts?.ticket],
    ['waiver', 'Waiver to fill in', 'Copy waiver', texts?.waiver],
  ] as const;
  return pieces.flatMap(([kind, title, button, text]) =>
    text === undefined ? [] : [{ id: `${kind}-${anchor}`, title, button, text }],
  );
}
