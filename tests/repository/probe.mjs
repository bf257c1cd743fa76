// node probe.mjs ROOT: what ./dev asks an unknown host for is what the build asks for.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = process.argv[2];

// {"Qt6": Set{"Widgets", …}, "CURL": Set{}, …}
function wanted(file) {
    const found = new Map();
    for (const [, name, rest] of readFileSync(join(root, file), 'utf8').matchAll(/find_package\((\S+) ?([^)]*)\)/g)) {
        const parts = rest.match(/COMPONENTS (.*)/)?.[1].split(' ') ?? [];
        found.set(name, new Set([...(found.get(name) ?? []), ...parts]));
    }
    return found;
}

const asked = wanted('.ci/dev/probe/CMakeLists.txt');
for (const file of ['CMakeLists.txt', 'backend/CMakeLists.txt', 'tests/CMakeLists.txt']) {
    for (const [name, parts] of wanted(file)) {
        assert.ok(asked.has(name), `${file} wants ${name}, the probe does not ask for it`);
        assert.deepEqual([...parts].filter((part) => !asked.get(name).has(part)), [], `${file} wants more of ${name} than the probe asks for`);
    }
}
