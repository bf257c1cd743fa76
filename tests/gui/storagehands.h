#pragma once

#include "gui/shownstorage.h"
#include "views/storage/figureview.h"
#include "views/widgets/statcard.h"

#include <QApplication>
#include <QClipboard>
#include <QTest>

#include <memory>

namespace slipway::test
{

/// The Storage page in a shown window, and keys pressed there as a person does. For a test to derive from.
class StorageHands
{
protected:
    /// A new window on that page, with nothing on the clipboard.
    [[nodiscard]] bool showStoragePage()
    {
        m_fixture = std::make_unique<WindowFixture>(*qApp);
        showStorage(window());
        QApplication::clipboard()->clear();
        return m_fixture->show();
    }
    void closeWindow() { m_fixture.reset(); }

    [[nodiscard]] MainWindow& window() { return m_fixture->window; }
    [[nodiscard]] StoragePage& page() { return window().storagePage(); }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(QApplication::focusWidget() ? QApplication::focusWidget() : &window(), key, modifiers);
    }
    /// Name and description of each card, as a reader says them.
    [[nodiscard]] QStringList cards()
    {
        QStringList texts;
        for (const auto* card : page().strip().findChildren<StatCard*>())
            texts.append(card->accessibleName() + QStringLiteral(": ") + card->accessibleDescription());
        return texts;
    }
    [[nodiscard]] static QPoint middleOf(FigureView& view, int row)
    {
        return view.visualRect(view.model()->index(row, 0)).center();
    }

private:
    std::unique_ptr<WindowFixture> m_fixture;
};

} // namespace slipway::test
