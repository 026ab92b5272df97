import type { ErrorCode } from 'yaml';

/** What is wrong with a YAML text, in words that quote nothing of it. */
export function yamlTrouble(code: ErrorCode): string {
  return TROUBLE[code];
}

const TROUBLE = {
  ALIAS_PROPS: 'an alias takes no tag and no anchor',
  BAD_ALIAS: 'an alias or anchor without a proper name',
  BAD_DIRECTIVE: 'a directive that is not known',
  BAD_DQ_ESCAPE: 'an escape that double quotes do not know; single quotes take every character as it is',
  BAD_INDENT: 'the line is not indented as its neighbours are',
  BAD_PROP_ORDER: 'a tag or anchor stands at the wrong place',
  BAD_SCALAR_START: 'a text that begins with this character has to stand in quotes',
  BLOCK_AS_IMPLICIT_KEY: 'a list or mapping cannot begin here; a text with a colon has to stand in quotes',
  BLOCK_IN_FLOW: 'between brackets or braces only their own form of lists and mappings is possible',
  DUPLICATE_KEY: 'the key is there twice, and keys have to be unique',
  IMPOSSIBLE: 'the parser is at a loss here',
  KEY_OVER_1024_CHARS: 'the key is too long',
  MISSING_CHAR: 'a quote, a bracket, a brace, a comma or a space after a colon is missing',
  MULTILINE_IMPLICIT_KEY: 'a key has to stand on one line',
  MULTIPLE_ANCHORS: 'more than one anchor',
  MULTIPLE_DOCS: 'a second document begins; a file describes one tenant',
  MULTIPLE_TAGS: 'more than one tag',
  NON_STRING_KEY: 'a key has to be a text',
  RESOURCE_EXHAUSTION: 'it is nested too deeply',
  TAB_AS_INDENT: 'a tab indents the line; YAML takes spaces only',
  TAG_RESOLVE_FAILED: 'a tag (!…) that is not known here',
  UNEXPECTED_TOKEN:
    'something follows that does not belong here; a text with special characters stands in quotes',
  BAD_COLLECTION_TYPE: 'a tag does not fit the list or mapping it stands at',
} as const satisfies Record<ErrorCode, string>;
