#pragma once

#include "gui/hands.h"
#include "gui/windowfixture.h"
#include "support/waiting.h"
#include "views/files/codeviewer.h"
#include "views/files/filespage.h"

#include <QHash>

namespace slipway::test
{

inline const QString kWorkflowPath = QStringLiteral(".github/workflows/build-gpu.yml");
inline const QString kLockPath = QStringLiteral("build-lock.json");
inline const QString kComposePath = QStringLiteral("compose/compose.yaml");

/// 200 lines of a lock file; `changed` are other than usual.
[[nodiscard]] inline QString lockText(const QList<int>& changed = {})
{
    QString text = QStringLiteral("{\n");
    for (int line = 2; line < 200; ++line)
        text += changed.contains(line) ? QStringLiteral("  \"digest%1\": \"sha256:new%1\",\n").arg(line)
                                       : QStringLiteral("  \"digest%1\": \"sha256:old%1\",\n").arg(line);
    return text + QStringLiteral("}\n");
}

[[nodiscard]] inline TextLinesPtr linesOfText(const QString& text)
{
    return std::make_shared<const TextLines>(text);
}

/// The Files page in the window, with a repository's files; texts come from a shelf, by path whatever the root.
class ShownFiles final
{
public:
    explicit ShownFiles(QApplication& application)
        : m_fixture(application)
    {
        auto& files = page();
        QObject::connect(&files, &FilesPage::fileWanted, &files, [this, &files](const FilePlace& place) {
            files.setText(place, linesOfText(texts.value(place.path)));
        });
        QObject::connect(
            &files, &FilesPage::comparisonWanted, &files,
            [this, &files](const FilePlace& place, Against against, const QString& commit) {
                const auto diff =
                    makeTextDiff(linesOfText(texts.value(place.path)), linesOfText(others.value(place.path)));
                const bool isEarlier = against == Against::Earlier;
                files.setComparison(place, against,
                                    FileComparison{diff,
                                                   {},
                                                   isEarlier ? commits : std::vector<FileCommit>(),
                                                   isEarlier && commit.isEmpty() ? commits.front().id : commit});
            });
    }

    /// Shows the window at the page, with the files of a repository; false if that fails.
    [[nodiscard]] bool show()
    {
        if (!m_fixture.show())
            return false;
        pressKeys(QStringLiteral("Ctrl+0"));
        tellFiles();
        return eventually([this] { return hasKeyboard(m_fixture.window); });
    }
    void tellFiles()
    {
        FileRoot root;
        root.from = FilesFrom::Repository;
        root.name = QStringLiteral("northquay/platform");
        root.files = listedFiles({kLockPath, kWorkflowPath, kComposePath});
        root.hasHistory = !commits.empty();
        page().setRepositories({QStringLiteral("platform")});
        page().setRoot(root);
    }

    [[nodiscard]] MainWindow& window() { return m_fixture.window; }
    [[nodiscard]] Theme& theme() { return m_fixture.theme; }
    [[nodiscard]] FilesPage& page() { return m_fixture.window.filesPage(); }
    [[nodiscard]] CodeViewer& viewer() { return page().viewer(); }

    QHash<QString, QString> texts{{kLockPath, lockText()},
                                  {kWorkflowPath, QStringLiteral("name: Build\non: push\n# a comment\njobs: {}\n")},
                                  {kComposePath, QStringLiteral("services: {}\n")}};
    QHash<QString, QString> others{{kLockPath, lockText({40, 120})}};
    std::vector<FileCommit> commits;

private:
    WindowFixture m_fixture;
};

} // namespace slipway::test
