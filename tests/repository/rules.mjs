// node rules.mjs ROOT: docs/rules.md names, rule by rule, the tests that hold it. Every rule has its row, every test that is named
// there exists, and every test that is named after a rule stands in the row of its number. Prints what is not so and ends with 1.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const kRules = 25;

/// "TestClass::slot" of every function without arguments that a class of the tests has.
function slots(root) {
    const found = new Set();
    for (const entry of readdirSync(join(root, 'tests'), { withFileTypes: true, recursive: true })) {
        if (!entry.isFile() || !entry.name.endsWith('.cpp')) continue;
        const text = readFileSync(join(entry.parentPath ?? entry.path, entry.name), 'utf8');
        let owner = '';
        for (const line of text.split('\n')) {
            owner = /^class (\w+) final : public QObject/.exec(line)?.[1] ?? owner;
            const slot = /^ {4}void (\w+)\(\)(;| {|$)/.exec(line)?.[1];
            if (owner && slot) found.add(`${owner}::${slot}`);
        }
    }
    return found;
}

/// "repository.name" of every test of the repository.
function repositoryTests(root) {
    const text = readFileSync(join(root, 'tests/repository/CMakeLists.txt'), 'utf8');
    return new Set([...text.matchAll(/^\s*slipway_repository_test\((\w+)/gm)].map(([, name]) => `repository.${name}`));
}

function rows(root) {
    return readFileSync(join(root, 'docs/rules.md'), 'utf8').split('\n').flatMap((line, index) => {
        const cells = line.split('|').map((cell) => cell.trim());
        return /^\d+$/.test(cells[1] ?? '') ? [{ rule: Number(cells[1]), text: cells[2], tests: cells[3] ?? '', line: index + 1 }] : [];
    });
}

export function findings(root) {
    const known = new Set([...slots(root), ...repositoryTests(root)]);
    const table = rows(root);
    const found = [];
    for (let rule = 1; rule <= kRules; ++rule)
        if (table.filter((row) => row.rule === rule).length !== 1) found.push(`docs/rules.md: rule ${rule} does not have one row`);
    for (const { rule, tests, line } of table) {
        const named = [...tests.matchAll(/`([^`]+)`/g)].map(([, name]) => name);
        if (named.length === 0 && !tests.startsWith('– ')) found.push(`docs/rules.md:${line}: rule ${rule} names neither a test nor why there is none`);
        for (const name of named) if (!known.has(name)) found.push(`docs/rules.md:${line}: there is no test ${name}`);
    }
    for (const name of [...known].sort()) {
        const number = /::rule(\d+)/.exec(name)?.[1];
        if (!number || name.endsWith('_data')) continue;
        if (!table.find((row) => row.rule === Number(number))?.tests.includes(`\`${name}\``)) found.push(`docs/rules.md: rule ${Number(number)} does not name ${name}`);
    }
    return found;
}

if (process.argv[1] === import.meta.filename) {
    const found = findings(process.argv[2]);
    found.forEach((line) => console.log(line));
    process.exitCode = found.length > 0 ? 1 : 0;
}
