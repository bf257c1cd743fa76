// node demofreed.mjs ORGANISATION: what resources/demo/freed.mjs counts that the demo's cleanup policy deletes, one "package digest" a
// line, and at last "freed BYTES".
import { readFileSync } from 'node:fs';
import { plan } from '../../resources/demo/freed.mjs';
import { rows } from '../../resources/demo/measure.mjs';
import { policies } from '../../resources/demo/policy.mjs';

const name = process.argv[2];
const state = JSON.parse(readFileSync(new URL(`../../resources/demo/${name}.json`, import.meta.url), 'utf8'));
const { gone, freed, skipped } = plan(policies[name], state, rows(state));
gone.map((row) => `${row.pack.name} ${row.digest}`).sort().forEach((line) => console.log(line));
skipped.forEach((each) => console.log(`skipped ${each}`));
console.log(`freed ${freed}`);
