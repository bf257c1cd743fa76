// Reads the options a program shows by --help, and those a man page writes.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

export function help(program, ...args) {
    return execFileSync(program, [...args, '--help'], { encoding: 'utf8' });
}

// "  --owner LOGIN   …" and "  -h, --help   …": the names at the beginning of an indented line.
export function optionsOfHelp(text) {
    const names = new Set();
    for (const line of text.split('\n')) {
        const left = line.match(/^ {1,8}(-[^ ].*?)(?: {2,}|$)/)?.[1] ?? '';
        for (const name of left.match(/(?<![\w-])--?[a-z][a-z-]*/g) ?? []) names.add(name);
    }
    return names;
}

export function longOptionsOfPage(file) {
    const text = readFileSync(file, 'utf8').replaceAll('\\-', '-');
    return new Set(text.match(/(?<![\w-])--[a-z][a-z-]*/g));
}
