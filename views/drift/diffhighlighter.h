#pragma once

#include <QSyntaxHighlighter>

namespace slipway
{

/// Tints the lines of a diff by their first character, beside which that character says the same.
class DiffHighlighter final : public QSyntaxHighlighter
{
    Q_OBJECT
public:
    /// The colours are those of `view`, which outlives it and whose theme may change.
    DiffHighlighter(QTextDocument* document, QWidget& view);

protected:
    void highlightBlock(const QString& text) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QWidget& m_view;
};

} // namespace slipway
