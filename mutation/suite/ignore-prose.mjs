// What Stryker leaves alone, and why.

const EXAMPLES = 'an example of a check: input of its test, not a rule';
const PROSE = 'prose: other words make no other judgement';

/** Words for people have a space between them; ids, pointers, levels, kinds and separators have no words and a space. */
function isProse({ type, value, quasis }) {
  if (type === 'StringLiteral') return hasWords(value);
  return type === 'TemplateLiteral' && hasWords(quasis.map((part) => part.value.raw).join(''));
}

function hasWords(text) {
  return /\w/.test(text) && text.includes(' ');
}

/** @type {readonly object[]} */
export const strykerPlugins = [
  {
    kind: 'Ignore',
    name: 'prose',
    value: {
      shouldIgnore({ node }) {
        if (node.type === 'ObjectProperty' && node.key.name === 'examples') return EXAMPLES;
        return isProse(node) ? PROSE : undefined;
      },
    },
  },
];
