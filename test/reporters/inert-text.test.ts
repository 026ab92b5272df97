import { describe, expect, it } from 'vitest';
import { inertLogLine } from '../../src/reporters/inert-log-line.ts';
import { codeMarkdown, inertMarkdown } from '../../src/reporters/inert-markdown.ts';
import { inertLine, inertText } from '../../src/reporters/inert-text.ts';

describe('inertText', () => {
  it.each([
    ['an escape', '\u001b[31mred', '⟨U+001B⟩[31mred'],
    ['a C1 introducer', '\u009b31m', '⟨U+009B⟩31m'],
    ['a right-to-left override', 'a\u202Eb', 'a⟨U+202E⟩b'],
    ['a byte order mark', '\ufeffa', '⟨U+FEFF⟩a'],
    ['a hidden tag letter', 'a\u{e0041}', 'a⟨U+E0041⟩'],
    ['half a pair', 'a\ud83d', 'a⟨U+D83D⟩'],
    ['a noncharacter', '\ufffe', '⟨U+FFFE⟩'],
    ['a line separator', 'a\u2028b', 'a⟨U+2028⟩b'],
    ['a lone return', 'a\rb', 'a⟨U+000D⟩b'],
  ])('shows %s', (_name, text, shown) => {
    expect(inertText(text)).toBe(shown);
  });

  it.each(['line\nline\ttab', 'Grüße, 你好, שלום', '👩‍👩‍👧 می‌خواهم', ''])('leaves %j alone', (text) => {
    expect(inertText(text)).toBe(text);
  });

  it('takes the line end of other systems for a line end', () => {
    expect(inertText('a\r\nb')).toBe('a\nb');
  });

  it('gives one line where one line is asked for', () => {
    expect(inertLine(' a\n\n# b\t c ')).toBe('a # b c');
  });
});

describe('Markdown', () => {
  it.each([
    ['a `b` c', '`` a `b` c ``'],
    ['plain', '`plain`'],
    ['a|b', '`a\\|b`'],
    ['```', '```` ``` ````'],
    ['', '` `'],
  ])('fences %j', (text, code) => {
    expect(codeMarkdown(text)).toBe(code);
  });

  it('escapes what would be markup', () => {
    expect(inertMarkdown('**b** [x](y) <i> | `c`')).toBe(String.raw`\*\*b\*\* \[x\]\(y\) \<i\> \| \`c\``);
  });

  it('keeps a mention and an issue number from being found', () => {
    expect(inertMarkdown('@team #1')).toBe('\\@\u200bteam \\#\u200b1');
  });
});

describe('inertLogLine', () => {
  it.each([
    '::error::x',
    '  ::set-output name=a::b',
    '\u001b[2m  \u001b[22m::error::x',
    'a ##[error]x',
    '##vso[task.x]',
    "##teamcity[a 'b']",
  ])('disarms %j', (line) => {
    expect(inertLogLine(line)).not.toMatch(/^(?:\s|\u001b\[\d+m)*::|##\w*\[/u);
    expect(inertLogLine(line).replaceAll('\u2060', '')).toBe(line);
  });

  it('leaves other lines alone', () => {
    expect(inertLogLine('  a::b # c')).toBe('  a::b # c');
  });
});
