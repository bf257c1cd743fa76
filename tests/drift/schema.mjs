// node schema.mjs CONTRACT ROOT SLIPWAYCTL: resources/build-lock.schema.json, read by ajv, takes what `slipwayctl lock write` writes and
// what slipwayctl itself takes, and refuses what it refuses. CONTRACT is the folder that has ajv.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, test } from 'node:test';

const [contract, root, program] = process.argv.slice(2);
const require = createRequire(join(resolve(contract), 'package.json'));
const { Ajv } = require('ajv');
const addFormats = require('ajv-formats');

const ajv = new Ajv({ allErrors: true });
addFormats(ajv, ['date-time']);
const isRight = ajv.compile(JSON.parse(readFileSync(join(root, 'resources/build-lock.schema.json'), 'utf8')));
const data = mkdtempSync(join(tmpdir(), 'slipway-schema-'));
after(() => rmSync(data, { recursive: true }));

function run(...args) {
    return spawnSync(program, ['--demo', 'northquay', '--data-dir', data, '--format', 'json', ...args], { encoding: 'utf8', maxBuffer: 1 << 27 });
}

const written = run('lock', 'write');
assert.equal(written.status, 0, written.stderr);
const lock = JSON.parse(written.stdout);

test('what is written is right', () => {
    assert.ok(isRight(lock), ajv.errorsText(isRight.errors));
    assert.ok(lock.images.length > 30);
    assert.ok(lock.images.some((image) => image.base) && lock.images.some((image) => image.builtBy) && lock.images.every((image) => image.layers.length > 0));
});

test('it is written as the contract says: keys sorted, two spaces', () => {
    const sorted = (value) =>
        Array.isArray(value) ? value.map(sorted)
        : value !== null && typeof value === 'object' ? Object.fromEntries(Object.keys(value).sort().map((key) => [key, sorted(value[key])]))
        : value;
    assert.equal(written.stdout, `${JSON.stringify(sorted(lock), null, 2)}\n`);
});

test('the demo has a lock file that is right', () => {
    const own = JSON.parse(readFileSync(join(root, 'resources/demo/northquay.build-lock.json'), 'utf8'));
    assert.ok(isRight(own), ajv.errorsText(isRight.errors));
});

// [what is changed, how, whether that is still a lock file]
const kChanges = [
    ['nothing', () => {}, true],
    ['another member', (each) => (each.note = 'x'), true],
    ['another member of an image', (each) => (each.images[0].zone = { a: 1 }), true],
    ['no images', (each) => (each.images = []), true],
    ['only what is needed', (each) => (each.images = [{ package: 'a', tag: 't', digest: each.images[0].digest }]), true],
    ['another version', (each) => (each.version = 2), false],
    ['no version', (each) => delete each.version, false],
    ['no time', (each) => delete each.generatedAt, false],
    ['no owner', (each) => delete each.owner, false],
    ['an empty owner', (each) => (each.owner = ''), false],
    ['a short digest', (each) => (each.images[0].digest = 'sha256:12'), false],
    ['capital digits', (each) => (each.images[0].digest = `sha256:${'A'.repeat(64)}`), false],
    ['a layer that is no digest', (each) => (each.images[0].layers = ['x']), false],
    ['an unknown variant', (each) => (each.images[0].variant = 'tpu'), false],
    ['a base without its digest', (each) => (each.images[0].base = { ref: 'x' }), false],
    ['a platform without its name', (each) => (each.images[0].platforms = [{ digest: each.images[0].digest }]), false],
    ['a run that is a text', (each) => (each.images[0].builtBy = { runId: '7' }), false],
    ['an image without its tag', (each) => delete each.images[0].tag, false],
    ['images that are an object', (each) => (each.images = {}), false],
];
for (const [name, change, expected] of kChanges) {
    test(`the schema and the program agree about ${name}`, () => {
        const changed = structuredClone(lock);
        change(changed);
        const file = join(data, 'changed.json');
        writeFileSync(file, JSON.stringify(changed));
        const verified = run('--offline', 'lock', 'verify', file);
        assert.equal(isRight(changed), expected, ajv.errorsText(isRight.errors));
        assert.equal(verified.status !== 2, expected, verified.stderr);
    });
}
