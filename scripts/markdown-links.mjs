// What a Markdown text links to, and what can be linked to in it. As GitHub renders it.

/**
 * The text with code blocks and code spans blanked, line by line, so that line numbers stay.
 * @param {string} text
 */
function withoutCode(text) {
  let fence = '';
  const lines = text.split('\n').map((line) => {
    const mark = /^\s{0,3}(`{3,}|~{3,})/.exec(line)?.[1];
    if (fence) {
      if (mark?.startsWith(fence)) fence = '';
      return '';
    }
    if (mark) {
      fence = mark;
      return '';
    }
    return line;
  });
  return lines.map((line) => line.replace(/(`+)(?!`).*?[^`]\1(?!`)/g, ''));
}

/**
 * The targets of all links and images, with their line (from 1): `[a](target "title")`, `[a]: target`, `href`, `src`.
 * @param {string} text
 * @returns {{ target: string, line: number }[]}
 */
export function linksOf(text) {
  const forms = [
    /\]\(\s*<([^>]+)>/g,
    /\]\(\s*([^\s<>()]+(?:\([^\s()]*\)[^\s()]*)*)(?:\s+["'(][^)]*)?\s*\)/g,
    /^\s{0,3}\[[^\]]+\]:\s*<?([^\s>]+)/g,
    /<(?:a|img)\b[^>]*?\b(?:href|src)="([^"]+)"/g,
  ];
  return withoutCode(text).flatMap((content, index) =>
    forms.flatMap((form) =>
      [...content.matchAll(form)].map((match) => ({ target: String(match[1]), line: index + 1 })),
    ),
  );
}

/**
 * The anchors of a text: those of its headings (a repeated one gets -1, -2, …) and of `<a id>`.
 * @param {string} text
 * @returns {Set<string>}
 */
export function anchorsOf(text) {
  const anchors = new Set();
  const visible = withoutCode(text);
  for (const [index, source] of text.split('\n').entries()) {
    if (!visible[index]?.trim()) continue;
    const heading = /^\s{0,3}#{1,6}\s+(.*?)\s*#*\s*$/.exec(source)?.[1];
    if (heading !== undefined) {
      const base = slug(heading);
      let anchor = base;
      for (let again = 1; anchors.has(anchor); again += 1) anchor = `${base}-${again}`;
      anchors.add(anchor);
    }
    for (const match of visible[index].matchAll(/<a\b[^>]*?\b(?:id|name)="([^"]+)"/g)) anchors.add(match[1]);
  }
  return anchors;
}

/**
 * `## The **one** `way`` → `the-one-way`
 * @param {string} heading
 */
function slug(heading) {
  return heading
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '')
    .replaceAll(' ', '-');
}
