// node arrows.mjs ROOT QT_HEADERS: checks that the includes of ROOT follow the arrows of ARCHITECTURE.md.
// Prints each that does not with file:line and ends with 1. QT_HEADERS is the folder that has QtGui, QtWidgets and the others.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';

// What a folder of backend/ may include besides itself. A new folder is added here with what it needs.
const kBase = ['core', 'domain'];
const kClients = [...kBase, 'net', 'github', 'registry'];
const kFeature = [...kClients, 'store', 'settings'];
const kBackend = {
    core: [],
    domain: ['core'],
    net: ['core'],
    store: kBase,
    settings: kBase,
    log: ['core'],
    accounts: [...kBase, 'net', 'github'],
    github: [...kBase, 'net'],
    registry: [...kBase, 'net'],
    simulator: ['core', 'resources'],
    // Features: what two of them need goes to domain or store.
    inventory: kFeature,
    storage: kFeature,
    drift: kFeature,
    files: kFeature,
    cleanup: kFeature,
    builds: kFeature,
    deploy: kFeature,
    roadmap: kFeature,
    governance: kFeature,
    proposals: kFeature,
    report: kFeature,
};
const kUpper = { models: ['views', 'app'], views: ['app'], app: [], resources: ['backend', 'models', 'views', 'app'] };
const kGraphicalModules = ['QtGui', 'QtWidgets', 'QtSvg', 'QtSvgWidgets', 'QtCharts', 'QtPrintSupport', 'QtOpenGL', 'QtOpenGLWidgets'];

function sources(folder) {
    if (!existsSync(folder)) return [];
    return readdirSync(folder, { withFileTypes: true, recursive: true })
        .filter((entry) => entry.isFile() && /\.(h|cpp)$/.test(entry.name))
        .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
        .sort();
}

// Class headers such as QWidget, lower-case ones such as qwidget.h, and the modules' own names.
function graphicalHeaders(folder) {
    const names = new Set(kGraphicalModules);
    for (const module of kGraphicalModules) {
        const own = join(folder, module);
        if (existsSync(own)) readdirSync(own).forEach((name) => names.add(name));
    }
    for (const name of readdirSync(join(folder, 'QtCore'))) names.delete(name);
    return names;
}

// "core" for "core/digest.h" and for "backend/core/digest.h"; "views" for "views/theme/tokens.h".
function target(path) {
    const parts = path.split('/');
    return parts[0] === 'backend' ? parts[1] : parts[0];
}

function refusal(file, include, graphical) {
    const [top, folder] = file.split('/');
    const isBackend = top === 'backend';
    if (include.isSystem) {
        const name = include.path;
        const isGraphical = graphical.has(name) || kGraphicalModules.includes(name.split('/')[0]) || /^K[A-Z]/.test(name);
        return isBackend && isGraphical ? `backend has no display: <${name}> needs one` : '';
    }
    if (!include.path.includes('/'))
        return /^(moc_.*\.cpp|.*\.moc)$/.test(include.path) ? '' : `"${include.path}" is not written from the root of backend/ or of the project`;
    if (include.path.includes('..')) return `"${include.path}" is not written from the root of backend/ or of the project`;
    const to = target(include.path);
    if (to === 'tests') return 'the product does not include its tests';
    if (!isBackend) {
        const forbidden = kUpper[top];
        return forbidden.includes(to) || (forbidden.includes('backend') && to in kBackend) ? `${top} must not include ${to}` : '';
    }
    if (!(folder in kBackend)) return `tests/repository/arrows.mjs does not say what backend/${folder} may include`;
    return to === folder || kBackend[folder].includes(to) ? '' : `backend/${folder} must not include ${to}`;
}

export function findings(root, qtHeaders) {
    const graphical = graphicalHeaders(qtHeaders);
    const found = [];
    for (const file of ['backend', ...Object.keys(kUpper)].flatMap((folder) => sources(join(root, folder)))) {
        readFileSync(file, 'utf8').split('\n').forEach((line, index) => {
            const match = line.match(/^\s*#\s*include\s*([<"])([^>"]+)[>"]/);
            const why = match && refusal(relative(root, file), { isSystem: match[1] === '<', path: match[2] }, graphical);
            if (why) found.push(`${relative(root, file)}:${index + 1}: ${why}`);
        });
    }
    return found;
}

if (process.argv[1] === import.meta.filename) {
    const found = findings(process.argv[2], process.argv[3]);
    found.forEach((line) => console.log(line));
    process.exitCode = found.length > 0 ? 1 : 0;
}
