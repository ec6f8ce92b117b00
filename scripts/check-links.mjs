// Every relative link in every Markdown file leads to a file that exists, and its #anchor to a heading there.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { anchorsOf, linksOf } from './markdown-links.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const NOT_OURS = new Set(['node_modules', 'dist', 'coverage', '.git', '.data', '.cache']);

function markdownFiles(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (NOT_OURS.has(entry.name)) return [];
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return markdownFiles(path);
    return entry.name.endsWith('.md') ? [path] : [];
  });
}

/** What is wrong with a link, or undefined. */
function problemOf(file, target) {
  const [path = '', anchor] = target.split('#').map(decodeURIComponent);
  const found = path === '' ? file : path.startsWith('/') ? join(root, path) : resolve(dirname(file), path);
  if (relative(root, found).startsWith('..')) return 'leads out of the repository';
  if (!existsSync(found)) return 'does not exist';
  if (anchor && found.endsWith('.md') && !anchorsOf(readFileSync(found, 'utf8')).has(anchor))
    return `has no heading #${anchor}`;
  return undefined;
}

const files = markdownFiles(root);
let count = 0;
const problems = files.flatMap((file) =>
  linksOf(readFileSync(file, 'utf8')).flatMap(({ target, line }) => {
    if (/^[a-z][a-z0-9+.-]*:/i.test(target) || target.startsWith('//')) return [];
    count += 1;
    const problem = problemOf(file, target);
    return problem ? [`${relative(root, file)}:${line}  ${target} ${problem}`] : [];
  }),
);
for (const problem of problems) console.error(problem);
console.log(`${count} relative links in ${files.length} files, ${problems.length} broken.`);
process.exit(problems.length > 0 ? 1 : 0);
