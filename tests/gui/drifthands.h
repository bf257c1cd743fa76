#pragma once

#include "core/errortext.h"
#include "gui/showndrift.h"
#include "support/waiting.h"
#include "views/drift/driftfixes.h"
#include "views/drift/driftmatrixview.h"
#include "views/drift/findingcard.h"
#include "views/drift/findingsview.h"
#include "views/drift/laddercard.h"
#include "views/ladder/ladderpanel.h"
#include "views/ladder/ladderview.h"

#include <QClipboard>
#include <QPushButton>
#include <QTest>

#include <memory>

namespace slipway::test
{

/// The Drift page of a window that is shown, and what a person does with it by key and mouse.
class DriftHands
{
public:
    /// Shows a window at it, with an organisation that drifts; false if that fails.
    [[nodiscard]] bool show()
    {
        m_fixture = std::make_unique<WindowFixture>(*qApp);
        showDrift(window());
        QApplication::clipboard()->clear();
        return m_fixture->show();
    }
    void leave() { m_fixture.reset(); }

    [[nodiscard]] MainWindow& window() { return m_fixture->window; }
    [[nodiscard]] DriftPage& page() { return window().driftPage(); }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QWidget* target = QApplication::focusWidget() ? QApplication::focusWidget() : &window();
        QTest::keyClick(target, key, modifiers);
    }
    void keys(const QString& text)
    {
        for (const QChar c : text)
            QTest::keyClick(QApplication::focusWidget(), c.toLatin1());
    }
    [[nodiscard]] static QStringList rowsOf(const QAbstractItemModel& model)
    {
        QStringList rows;
        for (int row = 0; row < model.rowCount(); ++row) {
            QStringList cells;
            for (int column = 0; column < model.columnCount(); ++column)
                cells.append(model.index(row, column).data().toString());
            rows.append(cells.join(QStringLiteral(" | ")));
        }
        return rows;
    }
    [[nodiscard]] QString compared()
    {
        const auto names = page().ladder().compared();
        return names.left + QStringLiteral(" / ") + names.right;
    }
    [[nodiscard]] QPushButton* button(const QString& text)
    {
        for (auto* each : page().findChildren<QPushButton*>())
            if (each->text() == text)
                return each;
        return nullptr;
    }
    void push(const QString& text)
    {
        auto* each = button(text);
        QVERIFY2(each && each->isEnabled(), qPrintable(text));
        QTest::mouseClick(each, Qt::LeftButton);
    }
    [[nodiscard]] Theme& theme() { return m_fixture->theme; }

private:
    std::unique_ptr<WindowFixture> m_fixture;
};

/// How a lock file at this path would change.
[[nodiscard]] inline LockPreviewPtr lockPreview(const QString& path)
{
    auto made = std::make_shared<LockPreview>();
    made->draft.path = path;
    made->draft.before.text = "{\n  \"a\": 1\n}\n";
    made->draft.text = "{\n  \"a\": 2\n}\n";
    made->draft.merged.changes = {{LockChangeKind::Moved,
                                   {QStringLiteral("affective-gpu")},
                                   {QStringLiteral("latest")},
                                   named(QStringLiteral("before")),
                                   named(QStringLiteral("g1"))}};
    made->diff = lockDiff(made->draft.before.text, made->draft.text);
    return made;
}

/// How it would by a pull request.
[[nodiscard]] inline ProposalPreviewPtr lockProposal()
{
    auto made = std::make_shared<ProposalPreview>();
    const auto lock = lockPreview(QStringLiteral("build-lock.json"));
    made->draft = lock->draft;
    made->diff = lock->diff;
    made->proposal.repository = {QStringLiteral("northquay"), QStringLiteral("platform")};
    made->proposal.base = QStringLiteral("main");
    made->proposal.branch = QStringLiteral("slipway/build-lock");
    made->proposal.files = {{QStringLiteral("deploy/build-lock.json"), lock->draft.text}};
    made->proposal.title = QStringLiteral("build: update build-lock.json");
    made->proposal.body = QStringLiteral("`build-lock.json` pins what the registry has now.");
    made->ground.files = {{QStringLiteral("deploy/build-lock.json"), {}, {}}};
    return made;
}

} // namespace slipway::test
