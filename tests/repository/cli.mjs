// node cli.mjs SLIPWAYCTL ROOT: docs/cli.md names the options --help names, and no others; its JSON examples have the members that
// real documents of the demo organisation have.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { help, optionsOfHelp } from './help.mjs';

const [program, root] = process.argv.slice(2);
const guide = readFileSync(join(root, 'docs/cli.md'), 'utf8');
const data = mkdtempSync(join(tmpdir(), 'slipway-cli-'));
after(() => rmSync(data, { recursive: true }));

const kCommands = ['scan', 'inventory', 'broken', 'storage', 'drift acknowledge', 'drift', 'lock write', 'lock verify', 'cleanup plan', 'cleanup apply', 'cleanup restore', 'cleanup verify', 'cleanup untag', 'audit', 'account list', 'account add', 'account remove', 'account check', 'profile check', 'simulate'];

function section(heading) {
    const level = heading.match(/^#+/)[0];
    const begin = guide.indexOf(`\n${heading}\n`);
    assert.notEqual(begin, -1, `docs/cli.md has no heading "${heading}"`);
    const rest = guide.slice(begin + heading.length + 1);
    const end = rest.search(new RegExp(`\\n#{1,${level.length}} `));
    return end < 0 ? rest : rest.slice(0, end);
}

// One set of names for each row of a table whose first cell begins with an option.
function rowsOfGuide(heading) {
    return section(heading).split('\n')
        .map((line) => line.match(/^\| (`-.*?) \|/)?.[1])
        .filter(Boolean)
        .map((cell) => cell.match(/(?<=`)--?[a-z][a-z-]*/g));
}

function checkOptions(text, heading) {
    const shown = optionsOfHelp(text);
    const rows = rowsOfGuide(heading);
    const written = new Set(rows.flat());
    assert.deepEqual([...shown].filter((name) => !written.has(name)), [], `shown by --help, but not in "${heading}"`);
    assert.deepEqual(rows.filter((names) => !names.some((name) => shown.has(name))), [], `in "${heading}", but not shown by --help`);
}

// The part of a command's help that is about its own options.
function ownOptions(command) {
    return command === 'simulate' ? help(program, command) : help(program, ...command.split(' ')).match(/Options of this command:\n([^]*?)\n\n/)?.[1] ?? '';
}

function documentOf(command) {
    const run = spawnSync(program, ['--demo', 'northquay', '--data-dir', data, '--format', 'json', command], { encoding: 'utf8', maxBuffer: 1 << 26 });
    assert.ok([0, 3, 5].includes(run.status), run.stderr);
    return JSON.parse(run.stdout);
}

// "hubs[].families[].name" for every member anywhere in a document.
function shape(value, path = '', found = new Set()) {
    if (Array.isArray(value)) value.forEach((element) => shape(element, `${path}[]`, found));
    else if (value !== null && typeof value === 'object')
        for (const [name, member] of Object.entries(value)) {
            found.add(`${path}.${name}`);
            shape(member, `${path}.${name}`, found);
        }
    return found;
}

test('help has options at all', () => assert.ok(optionsOfHelp(help(program)).has('--owner') && optionsOfHelp(help(program, 'simulate')).has('--fault')));
test('docs/cli.md: options for every command', () => checkOptions(help(program), '## Options for every command'));
for (const command of kCommands) test(`docs/cli.md: options of ${command}`, () => checkOptions(ownOptions(command), `### \`${command}\``));

test('docs/cli.md: commands', () => {
    const listed = help(program).match(/Commands:\n([^]*?)\n\n/)[1].split('\n').map((line) => line.trim().split(/ {2,}/)[0].replace(/ [A-Z:]+$/, ''));
    const written = [...section('## Commands').matchAll(/^### `([a-z ]+)`$/gm)].map((match) => match[1]);
    assert.deepEqual(listed.toSorted(), written.toSorted());
    assert.deepEqual(listed.toSorted(), kCommands.toSorted());
});

test('docs/cli.md: JSON members of --debug-info', () => {
    const example = section('## Debug information').match(/```json\n([^]*?)```/)[1];
    const run = spawnSync(program, ['--debug-info', '--format', 'json', '--data-dir', data], { encoding: 'utf8' });
    assert.deepEqual([...shape(JSON.parse(example))].toSorted(), [...shape(JSON.parse(run.stdout))].toSorted());
});

for (const command of ['scan', 'inventory', 'broken', 'storage', 'drift']) {
    test(`docs/cli.md: JSON members of ${command}`, () => {
        const example = section(`### \`${command}\``).match(/```json\n([^]*?)```/)[1];
        assert.deepEqual([...shape(JSON.parse(example))].toSorted(), [...shape(documentOf(command))].filter((path) => !path.startsWith('.problems[]')).toSorted());
    });
}
