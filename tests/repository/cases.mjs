// node cases.mjs ROOT: each of the fifty cases of what a cleanup must never do has a test that is named after it, as a row
// ("case 07: …") or as a function (case07_…). Prints those that have none and ends with 1.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const kCases = 50;

export function missing(texts) {
    const found = new Set();
    for (const text of texts)
        for (const [, row, slot] of text.matchAll(/"case (\d\d): |(?:void |_)case(\d\d)(?=_)/g)) found.add(Number(row ?? slot));
    return Array.from({ length: kCases }, (_, index) => index + 1).filter((number) => !found.has(number));
}

if (process.argv[1] === import.meta.filename) {
    const folder = join(process.argv[2], 'tests');
    const texts = readdirSync(folder, { withFileTypes: true, recursive: true })
        .filter((entry) => entry.isFile() && entry.name.endsWith('.cpp'))
        .map((entry) => readFileSync(join(entry.parentPath ?? entry.path, entry.name), 'utf8'));
    const none = missing(texts);
    none.forEach((number) => console.log(`case ${number} has no test of its name`));
    process.exitCode = none.length > 0 || missing(['"case 07: x" void case08_y() void case48_case49_z()']).length !== kCases - 4 ? 1 : 0;
}
