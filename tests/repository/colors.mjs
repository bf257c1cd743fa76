// node colors.mjs ROOT: no page or widget sets colours of its own. Every colour of views/ and app/ comes from the tokens of
// views/theme. Prints each that does not with file:line and ends with 1.
import { readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';

const kOwn = [
    { pattern: /\bQColor(::from\w+)?(\s*\(|(\s+\w+)?\s*\{)\s*["'\w]/, why: 'a colour of its own' },
    { pattern: /\bQRgb\b|\bqRgba?\(/, why: 'a colour of its own' },
    { pattern: /\bQt::(white|black|red|green|blue|cyan|magenta|yellow|gray|(dark|light)[A-Z]\w*)\b/, why: "one of Qt's colours" },
    { pattern: /["']#([0-9a-fA-F]{3}|[0-9a-fA-F]{6}|[0-9a-fA-F]{8})["']/, why: 'a colour of its own' },
    { pattern: /\bsetStyleSheet\b/, why: 'a style sheet' },
];

function sources(folder) {
    return readdirSync(folder, { withFileTypes: true, recursive: true })
        .filter((entry) => entry.isFile() && /\.(h|cpp)$/.test(entry.name))
        .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
        .sort();
}

export function findings(root) {
    const found = [];
    for (const file of ['views', 'app'].flatMap((folder) => sources(join(root, folder)))) {
        const name = relative(root, file);
        if (name.startsWith('views/theme/')) continue;
        readFileSync(file, 'utf8').split('\n').forEach((line, index) => {
            const code = line.replace(/\/\/.*$/, '');
            const rule = kOwn.find(({ pattern }) => pattern.test(code));
            if (rule) found.push(`${name}:${index + 1}: ${rule.why}; colours come from views/theme/tokens.h`);
        });
    }
    return found;
}

if (process.argv[1] === import.meta.filename) {
    const found = findings(process.argv[2]);
    found.forEach((line) => console.log(line));
    process.exitCode = found.length > 0 ? 1 : 0;
}
