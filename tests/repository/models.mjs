// node models.mjs ROOT: every item model is tested with QAbstractItemModelTester: some test that uses one includes the model's
// header and names it. Prints each model without such a test with file:line and ends with 1.
import { readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';

const kQtModels = ['QAbstractItemModel', 'QAbstractListModel', 'QAbstractTableModel', 'QAbstractProxyModel', 'QSortFilterProxyModel',
    'QIdentityProxyModel', 'QConcatenateTablesProxyModel', 'QTransposeProxyModel', 'QStandardItemModel', 'QStringListModel', 'QFileSystemModel'];
const kClass = /^class (\w+)(?: final)?\s*:\s*public (\w+)/;

function files(root, folder, pattern) {
    return readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
        .filter((entry) => entry.isFile() && pattern.test(entry.name))
        .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
        .sort()
        .map((path) => ({ name: relative(root, path), text: readFileSync(path, 'utf8') }));
}

/// Classes that are models, by whatever they derive from, with where they stand.
function models(root) {
    const classes = ['backend', 'models', 'views', 'app'].flatMap((folder) => files(root, folder, /\.(h|cpp)$/)).flatMap(({ name, text }) =>
        text.split('\n').flatMap((line, index) => {
            const found = kClass.exec(line);
            return found ? [{ model: found[1], base: found[2], file: name, line: index + 1 }] : [];
        }));
    const known = new Set(kQtModels);
    for (let before = -1; before !== known.size;) {
        before = known.size;
        for (const each of classes) if (known.has(each.base)) known.add(each.model);
    }
    return classes.filter((each) => known.has(each.model));
}

/// The header as an include names it: from the root, or from backend/.
function included(file) {
    return file.replace(/^backend\//, '').replace(/\.cpp$/, '.h');
}

export function findings(root) {
    const tests = files(root, 'tests', /\.cpp$/).filter(({ text }) => /\bQAbstractItemModelTester\b/.test(text));
    const isTested = ({ model, file }) => tests.some(({ text }) => text.includes(`#include "${included(file)}"`) && new RegExp(`\\b${model}\\b`).test(text));
    return models(root).filter((each) => !isTested(each))
        .map(({ model, file, line }) => `${file}:${line}: ${model} has no test with QAbstractItemModelTester`);
}

if (process.argv[1] === import.meta.filename) {
    const found = findings(process.argv[2]);
    found.forEach((line) => console.log(line));
    if (models(process.argv[2]).length === 0) found.push('no model at all was found');
    process.exitCode = found.length > 0 ? 1 : 0;
}
