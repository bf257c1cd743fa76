// node manoptions.mjs PAGE PROGRAM [COMMAND…]: the man page names the long options that the program and its commands show by
// --help, and no others.
import assert from 'node:assert/strict';
import { help, longOptionsOfPage, optionsOfHelp } from './help.mjs';

const [page, program, ...commands] = process.argv.slice(2);
const kAliases = new Set(['--verbose', '--help']); // --help of slipwayctl shows these by their short names
const texts = [help(program), ...commands.map((command) => help(program, ...command.split(' ')))];
const shown = new Set(texts.flatMap((text) => [...optionsOfHelp(text)]).filter((name) => name.startsWith('--')));
const written = longOptionsOfPage(page);

assert.ok(shown.has('--owner'), `${program} --help shows no options`);
assert.deepEqual([...shown].filter((name) => !written.has(name)), [], `shown by --help, but not in ${page}`);
assert.deepEqual([...written].filter((name) => !shown.has(name) && !kAliases.has(name)), [], `in ${page}, but not shown by --help`);
