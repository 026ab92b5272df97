import { userErrors } from '../errors/catalogue.ts';
import { isJsonObject } from '../model/json.ts';
import { escapeToken } from '../model/json-pointer.ts';
import type { NotificationKind, NotificationProtocol } from '../model/operation.ts';
import { echoOf } from './load-echo.ts';
import { namesIn, type SpecNode, type SpecReader, text } from './spec-reader.ts';

export function loadNotifications(reader: SpecReader, operation: SpecNode): NotificationProtocol | undefined {
  const at = reader.child(operation, 'x-notifications');
  if (at === undefined) return undefined;
  const outcomes = (['success', 'failure'] as const).flatMap((name) => {
    const outcome = reader.child(at, 'outcomes', name);
    if (outcome === undefined) return [];
    const source = reader.source(outcome);
    return [{ name, expects: namesIn(outcome.node['expects']), order: source, source }];
  });
  const names = [...new Set(outcomes.flatMap(({ expects }) => expects))];
  return {
    endpoint: text(at.node['endpoint']),
    channel: text(at.node['channel']),
    source: reader.source(at),
    kinds: names.map((name) => kindOf(reader, at, name)),
    outcomes,
  };
}

function kindOf(reader: SpecReader, protocol: SpecNode, name: string): NotificationKind {
  const at = reader.at(`/webhooks/${escapeToken(name)}/post`);
  if (at === undefined)
    throw userErrors.referenceBroken(reader.file, protocol.pointer, `the webhook ${name}`);
  const matches = at.node['x-matches'];
  return {
    name,
    title: text(at.node['summary']),
    schemaPointer: `${at.pointer}/requestBody/content/application~1json/schema`,
    source: reader.source(at),
    matches: isJsonObject(matches)
      ? Object.entries(matches).map(([pointer, value]) => ({ at: pointer, equals: text(value) }))
      : [],
    correlations: reader
      .children(at, 'x-correlates')
      .map((node) => ({ ...echoOf(reader, node), identifies: node.node['identifies'] === true })),
  };
}
