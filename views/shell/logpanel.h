#pragma once

#include "core/error.h"
#include "models/logfilter.h"
#include "models/logmodel.h"

#include <QWidget>

class QStackedLayout;

namespace slipway
{

class LogHead;
class LogTable;
class MessageBar;
class StatePage;

/// The log in the window, above the status bar: the newest lines of this process, filtered, to be copied and saved.
class LogPanel final : public QWidget
{
    Q_OBJECT
public:
    static constexpr int kUsualHeight = 240;

    /// The ring outlives the panel.
    explicit LogPanel(LogRing& ring, QWidget* parent = nullptr);

    /// The lines take the keyboard, or the filter where there are none.
    void takeKeyboard();
    [[nodiscard]] LogTable& table() { return *m_table; }
    [[nodiscard]] LogHead& head() { return *m_head; }
    /// Title and sentence where there are no lines to show; empty where there are.
    [[nodiscard]] QStringList stateTexts() const;

    /// Writes the lines in sight to a file. Errors: FileAccess.
    [[nodiscard]] Result<void> saveTo(const QString& path) const;

Q_SIGNALS:
    void closeRequested();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void connectHead();
    void showRows();
    void copyLines();
    void chooseFile();
    void tellCategories();

    LogModel m_model;
    LogFilterModel m_filtered;
    LogHead* m_head;
    MessageBar* m_message;
    LogTable* m_table;
    StatePage* m_empty;
    QStackedLayout* m_stack;
};

} // namespace slipway
