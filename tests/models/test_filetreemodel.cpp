#include "models/filetreemodel.h"
#include "models/printmodel.h"
#include "support/suite.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace slipway;
using namespace slipway::test;
using namespace Qt::StringLiterals;

namespace
{

FileRoot rootOf(FilesFrom from, const QString& name, const QStringList& paths)
{
    FileRoot root;
    root.from = from;
    root.name = name;
    root.files = listedFiles(paths);
    return root;
}

/// A line a row, two spaces a level.
QString print(const QAbstractItemModel& model, const QModelIndex& parent = {}, int level = 0)
{
    QString text;
    for (int row = 0; row < model.rowCount(parent); ++row) {
        const QModelIndex index = model.index(row, 0, parent);
        const QString note = index.data(FileTreeModel::kNoteRole).toString();
        text += QString(2 * level, u' ') + index.data().toString() + (note.isEmpty() ? QString() : u" (%1)"_s.arg(note))
                + u'\n' + print(model, index, level + 1);
    }
    return text;
}

const QStringList kPaths{u"build-lock.json"_s, u".github/workflows/b.yml"_s, u".github/workflows/a.yml"_s,
                         u"docker/gpu/Dockerfile"_s};

} // namespace

class TestFileTreeModel final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsRootsFoldersAndFiles()
    {
        FileTreeModel model;
        const QAbstractItemModelTester tester(&model);
        model.setRoot(rootOf(FilesFrom::Repository, u"northquay/platform"_s, kPaths));
        model.setRoot(rootOf(FilesFrom::Checkout, u"/home/me/platform"_s, {u"compose.yaml"_s}));
        QCOMPARE(print(model), u"platform\n  compose.yaml\n"
                               "northquay/platform\n"
                               "  .github\n    workflows\n      a.yml\n      b.yml\n"
                               "  docker\n    gpu\n      Dockerfile\n"
                               "  build-lock.json\n"_s);
        const FilePlace place{FilesFrom::Repository, u".github/workflows/b.yml"_s};
        const QModelIndex index = model.indexOf(place);
        QCOMPARE(index.data().toString(), u"b.yml"_s);
        QVERIFY(index.data(FileTreeModel::kFileRole).toBool());
        QCOMPARE(model.placeAt(index), place);
        QVERIFY(model.placeAt(index.parent()).path.isEmpty());
        QVERIFY(!model.indexOf({FilesFrom::Checkout, place.path}).isValid());
        QVERIFY(!model.indexOf({FilesFrom::Repository, u".github"_s}).isValid());
    }

    void saysHowARootStands()
    {
        FileTreeModel model;
        const QAbstractItemModelTester tester(&model);
        FileRoot root = rootOf(FilesFrom::Repository, u"northquay/platform"_s, {});
        root.isLoading = true;
        model.setRoot(root);
        QCOMPARE(print(model), u"northquay/platform (being read…)\n"_s);
        root.isLoading = false;
        root.error = Error{ErrorKind::NotFound, u"x"_s, {}, std::nullopt};
        model.setRoot(root);
        QCOMPARE(print(model), u"northquay/platform (not read)\n"_s);
        root.error.reset();
        model.setRoot(root);
        QCOMPARE(print(model), u"northquay/platform (no files)\n"_s);
        root.files = listedFiles({u"compose.yaml"_s});
        root.isPartial = true;
        model.setRoot(root);
        QCOMPARE(print(model), u"northquay/platform (not all)\n  compose.yaml\n"_s);
        FileRoot nothing;
        nothing.from = FilesFrom::Repository;
        model.setRoot(nothing);
        QCOMPARE(print(model), QString());
    }

    /// Whoever reads on while it is read again keeps the place.
    void keepsRowsThatAreTheSame()
    {
        FileTreeModel model;
        const QAbstractItemModelTester tester(&model);
        FileRoot root = rootOf(FilesFrom::Repository, u"northquay/platform"_s, kPaths);
        model.setRoot(root);
        const QPersistentModelIndex index = model.indexOf({FilesFrom::Repository, u"build-lock.json"_s});
        model.setRoot(rootOf(FilesFrom::Templates, u"northquay"_s, {u"renovate.json"_s}));
        root.isPartial = true;
        model.setRoot(root);
        QVERIFY(index.isValid());
        model.clear();
        QVERIFY(!index.isValid() && model.rowCount() == 0);
    }

    void knowsWhatMayBeCompared()
    {
        using enum Against;
        const std::vector<FileRoot> roots{
            rootOf(FilesFrom::Checkout, u"/x"_s, {u"build-lock.json"_s, u".github/workflows/build-gpu.yml"_s}),
            rootOf(FilesFrom::Repository, u"a/b"_s, {u"build-lock.json"_s, u"compose.yaml"_s}),
            rootOf(FilesFrom::Templates, u"a"_s, {u".github/workflows/build-gpu.yml"_s})};
        const auto choices = [&](FilesFrom from, const QString& path) { return comparisonsFor({from, path}, roots); };
        QCOMPARE(choices(FilesFrom::Checkout, u"build-lock.json"_s), (std::vector{Nothing, Registry, Repository}));
        QCOMPARE(choices(FilesFrom::Repository, u"build-lock.json"_s), (std::vector{Nothing, Registry, Checkout}));
        QCOMPARE(choices(FilesFrom::Checkout, u".github/workflows/build-gpu.yml"_s), (std::vector{Nothing, Template}));
        QCOMPARE(choices(FilesFrom::Templates, u".github/workflows/build-gpu.yml"_s), (std::vector{Nothing, Checkout}));
        QCOMPARE(choices(FilesFrom::Repository, u"compose.yaml"_s), std::vector{Nothing});
    }
};

SLIPWAY_TEST_SUITE(TestFileTreeModel);
#include "test_filetreemodel.moc"
