// Rules about what tells something of a person.

import { isPersonalKind } from '../../src/privacy/personal-kind.ts';
import type { LintRule } from './lint-input.ts';
import { specNodes } from './spec-nodes.ts';

/** Names that say of a field that it is about somebody; where it is not, `x-personal: none` says so. */
const TELL_TALE =
  /^(?:name|firstName|lastName|fullName|nickname|displayName|email|mail|phone|mobile|From|To|from|to|cc|bcc|photo|avatar|ua|userAgent|ip|ipAddress|address|title|subject|htmlBody|Body|text)$/;

export const everyPersonalKindIsKnown: LintRule = ({ spec }) =>
  specNodes(spec)
    .filter(({ part, node }) => part !== 'properties' && node['x-personal'] !== undefined)
    .filter(({ node }) => !isPersonalKind(node['x-personal']))
    .map(({ pointer, node }) => `${pointer}: unknown x-personal ${String(node['x-personal'])}`);

/** What nobody says to be personal would reach reports as it is. */
export const everyTellTaleFieldIsAnnotated: LintRule = ({ spec }) =>
  specNodes(spec)
    .filter(({ part, path }) => part === 'property' && TELL_TALE.test(path.at(-1) ?? ''))
    .flatMap(({ node, pointer }) => {
      const { items } = node;
      const holder = typeof items === 'object' && items !== null && !Array.isArray(items) ? items : node;
      const types = typesOf(holder);
      const isText = types.includes('string');
      return isText && Reflect.get(holder, 'x-personal') === undefined ? [`${pointer}: no x-personal`] : [];
    });

function typesOf(schema: object): readonly unknown[] {
  const type: unknown = Reflect.get(schema, 'type');
  return Array.isArray(type) ? type : [type];
}
