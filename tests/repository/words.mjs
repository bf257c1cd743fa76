// node words.mjs ROOT: nothing in ROOT is marked as unfinished, names a folder of the machine it was written on, or holds what
// looks like a credential. Prints each finding with file:line and ends with 1.
import { readFileSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, relative, resolve } from 'node:path';

const root = resolve(process.argv[2]);
const kSkippedFolders = new Set(['.git', 'build', 'node_modules', '.cache']);
// This file has the patterns; the redaction tests need things that look like tokens; the licence is not ours to word.
const kSkippedFiles = [/^tests\/repository\/words\.mjs$/, /^LICENSE$/, /package-lock\.json$/, /^resources\/demo\/[a-z]+\.json$/];
const kTokenTests = /^tests\//;

function escaped(text) {
    return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

const kRules = [
    { pattern: /\b(TODO|FIXME|XXX|HACK)\b/, why: 'marked as unfinished' },
    { pattern: /\b(for now|not implemented|not yet implemented)\b/i, why: 'marked as unfinished' },
    { pattern: new RegExp(`${escaped(root)}(?![\\w.-])`), why: 'names the folder it was written in' },
    { pattern: /\b(gh[pousr]_[A-Za-z0-9]{36}|github_pat_\w{60,})\b/, why: 'looks like a token', except: kTokenTests },
    { pattern: /-----BEGIN ([A-Z]+ )*PRIVATE KEY-----/, why: 'is a private key' },
];
// A home folder such as /root could stand anywhere; one with a name of its own tells where the text was written.
if (homedir().split('/').length > 2) kRules.push({ pattern: new RegExp(escaped(homedir())), why: 'names a home folder' });

function files(folder) {
    return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
        const path = join(folder, entry.name);
        if (entry.isDirectory()) return kSkippedFolders.has(entry.name) ? [] : files(path);
        return entry.isFile() ? [path] : [];
    });
}

let read = 0;
for (const path of files(root)) {
    const name = relative(root, path);
    const text = readFileSync(path, 'utf8');
    if (kSkippedFiles.some((skipped) => skipped.test(name)) || text.includes('\0')) continue;
    ++read;
    text.split('\n').forEach((line, index) => {
        for (const { pattern, why, except } of kRules) {
            if (!pattern.test(line) || except?.test(name)) continue;
            console.log(`${name}:${index + 1}: ${why}: ${line.trim().slice(0, 100)}`);
            process.exitCode = 1;
        }
    });
}
if (read < 50) {
    console.log(`only ${read} files were read below ${root}`);
    process.exitCode = 1;
}
