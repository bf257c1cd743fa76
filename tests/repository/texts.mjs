// node texts.mjs ROOT: what backend/cleanup says to people stands in translations/cleanuptexts.h, where lupdate finds it with
// its context, and has its German. Prints each text that does not, or that nobody says any more, and ends with 1.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const kLiteral = String.raw`"(?:[^"\\]|\\.)*"`;
const kLiterals = String.raw`${kLiteral}(?:\s*${kLiteral})*`;

/// Adjacent literals of C++ as the text they are.
function text(literals) {
    return [...literals.matchAll(new RegExp(kLiteral, 'g'))].map(([literal]) => JSON.parse(literal)).join('');
}

function found(source, call) {
    return [...source.matchAll(new RegExp(`${call}\\s*(${kLiterals})`, 'g'))].map((match) => text(match[1]));
}

function unescaped(xml) {
    return xml.replace(/&(lt|gt|quot|apos|amp);/g, (_, name) => ({ lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' })[name]);
}

/// By text, of a context; unfinished and obsolete ones are none.
function translations(ts, context) {
    const part = ts.split('<context>').find((each) => each.includes(`<name>${context}</name>`)) ?? '';
    return new Map([...part.matchAll(/<source>([^<]*)<\/source>(?:\s*<comment>[^<]*<\/comment>)?\s*<translation>([^<]+)<\/translation>/g)]
        .map(([, source, translation]) => [unescaped(source), unescaped(translation)]));
}

export function findings(said, listed, german) {
    const places = (words) => words.match(/%\d/g)?.sort().join() ?? '';
    return [
        ...said.filter((each) => !listed.includes(each)).map((each) => `not in translations/cleanuptexts.h: ${each}`),
        ...listed.filter((each) => !said.includes(each)).map((each) => `nobody says it any more: ${each}`),
        ...listed.filter((each) => !german.has(each)).map((each) => `no German: ${each}`),
        ...listed.filter((each) => german.has(each) && places(german.get(each)) !== places(each)).map((each) => `other places in the German: ${each}`),
    ];
}

if (process.argv[1] === import.meta.filename) {
    const root = process.argv[2];
    const folder = join(root, 'backend/cleanup');
    const sources = readdirSync(folder).filter((name) => name.endsWith('.cpp')).map((name) => readFileSync(join(folder, name), 'utf8')).join('\n');
    const said = [...new Set([...found(sources, String.raw`\btr\(`), ...found(sources, String.raw`\btranslate\(\s*"Cleanup",`)])];
    const listed = found(readFileSync(join(root, 'translations/cleanuptexts.h'), 'utf8'), String.raw`\bQT_TRANSLATE_NOOP\(\s*"Cleanup",`);
    const german = translations(readFileSync(join(root, 'translations/slipway_de.ts'), 'utf8'), 'Cleanup');
    const wrong = findings(said, listed, german);
    if (said.length < 20) wrong.push(`only ${said.length} texts were found in backend/cleanup`);
    wrong.forEach((line) => console.log(line));
    process.exitCode = wrong.length > 0 ? 1 : 0;
}
