// node fresh.mjs STAMPS TOOL CONFIG… <FILES: prints "STAMP FILE" for each source file of standard input that the tool has not found
// clean as it is now. The stamp's name is made from the file, every header of ours it includes, and the tool's configuration.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const [stamps, tool, ...configs] = process.argv.slice(2);
mkdirSync(stamps, { recursive: true });

const kRoots = ['backend', '.', 'tests'];
const known = new Map();

// The file's own digest and the headers of ours it names.
function source(file) {
    if (!known.has(file)) {
        const text = readFileSync(file, 'utf8');
        const headers = [...text.matchAll(/^\s*#\s*include\s*"([^"]+)"/gm)]
            .map(([, path]) => [...kRoots, dirname(file)].map((root) => join(root, path)).find((path) => existsSync(path)))
            .filter(Boolean);
        known.set(file, { digest: createHash('sha256').update(text).digest('hex'), headers });
    }
    return known.get(file);
}

function reached(file, seen = new Set()) {
    if (!seen.has(file)) {
        seen.add(file);
        source(file).headers.forEach((header) => reached(header, seen));
    }
    return seen;
}

const settings = configs.map((config) => readFileSync(config, 'utf8')).join('\0');
for (const file of readFileSync(0, 'utf8').split('\n').filter(Boolean)) {
    const parts = [...reached(file)].toSorted().map((path) => `${path} ${source(path).digest}`);
    const name = createHash('sha256').update([tool, settings, ...parts].join('\n')).digest('hex');
    if (!existsSync(join(stamps, name))) console.log(`${join(stamps, name)} ${file}`);
}
