import { anchorsOf, linksOf } from './markdown-links.mjs';

const targets = (text: string) => linksOf(text).map(({ target }) => target);

describe('linksOf', () => {
  it('finds every form of link with its line', () => {
    const text = [
      '[a](docs/a.md) and [b](<docs/b c.md> "title"), ![c](c.png)',
      '[![badge](badge.svg)](docs/d.md#part "A title")',
      '',
      '[e]: docs/e.md',
      '<a href="docs/f.md"><img width="9" src="f.png"></a> [g](wiki/G_(h))',
    ].join('\n');
    expect(linksOf(text)).toEqual([
      { target: 'docs/b c.md', line: 1 },
      { target: 'docs/a.md', line: 1 },
      { target: 'c.png', line: 1 },
      { target: 'badge.svg', line: 2 },
      { target: 'docs/d.md#part', line: 2 },
      { target: 'docs/e.md', line: 4 },
      { target: 'wiki/G_(h)', line: 5 },
      { target: 'docs/f.md', line: 5 },
      { target: 'f.png', line: 5 },
    ]);
  });

  it('leaves code alone', () => {
    expect(targets('```ts\nx[a](b)\n```\n`c[d](e)` ``f`[g](h)`` [i](j)')).toEqual(['j']);
    expect(targets('~~~\n```\n[a](b)\n~~~\n[c](d)')).toEqual(['d']);
  });
});

describe('anchorsOf', () => {
  it('makes them as GitHub does', () => {
    const text = '# One, *two* & `three`\n## [Links](a.md) stay\n### Größe: 5 %\n## Snake_case-and-hyphen ##';
    expect([...anchorsOf(text)]).toEqual([
      'one-two--three',
      'links-stay',
      'größe-5-',
      'snake_case-and-hyphen',
    ]);
  });

  it('numbers repeated headings', () => {
    expect([...anchorsOf('# A\n# A\n# A 1\n# A')]).toEqual(['a', 'a-1', 'a-1-1', 'a-2']);
  });

  it('takes explicit anchors and no comment in a code block', () => {
    expect([...anchorsOf('<a id="here"></a>\n```sh\n# not this\n```')]).toEqual(['here']);
  });
});
